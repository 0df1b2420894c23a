package dev.kontor.production;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpeningPart;
import dev.kontor.api.order.MilestoneName;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/**
 * Brings in how far production of an opened order was. One that was begun is planned from here on, for what is left of it; the
 * machines that have their number come with it, those that were finished inspected before.
 */
@Component
public final class ProductionPart implements OpeningPart {

    @Override
    public Set<MilestoneName> brings() {
        return Set.of(MilestoneName.PRODUCTION_STARTED, MilestoneName.PRODUCTION_FINISHED);
    }

    @Override
    public void takeOver(OrderFile file, OpenedOrder opened) {
        opened.on(MilestoneName.PRODUCTION_STARTED).ifPresent(day -> file.reach(MilestoneName.PRODUCTION_STARTED, day));
        for (OpenedOrder.Numbered each : opened.machines()) {
            file.enrol(each.serial(), each.line(), each.quantity());
            opened.on(each.serial(), MilestoneName.PRODUCTION_FINISHED)
                    .ifPresent(day -> file.reach(each.serial(), MilestoneName.PRODUCTION_FINISHED, day));
        }
        Finished.settle(file);
    }
}
