package dev.kontor.entry.opening;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpeningPart;
import dev.kontor.api.order.MilestoneName;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Marks an order that was taken over; what it says was entered before it came here. */
@Component
public final class EntryPart implements OpeningPart {

    @Override
    public Set<MilestoneName> brings() {
        return Set.of(MilestoneName.ENTRY_SUBMITTED);
    }

    @Override
    public void takeOver(OrderFile file, OpenedOrder opened) {
        file.reach(MilestoneName.ENTRY_OPENED, opened.asOf());
        file.reach(MilestoneName.ENTRY_SUBMITTED, opened.on(MilestoneName.ENTRY_SUBMITTED).orElseThrow());
    }
}
