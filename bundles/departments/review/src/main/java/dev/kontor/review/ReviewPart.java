package dev.kontor.review;

import static dev.kontor.api.order.MilestoneName.REVIEW_CLEARED;
import static dev.kontor.api.order.MilestoneName.REVIEW_PASSED;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpeningPart;
import dev.kontor.api.order.MilestoneName;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** An opened order was reviewed before it came here; a change of it is reviewed like of any other. */
@Component
public final class ReviewPart implements OpeningPart {

    @Override
    public Set<MilestoneName> brings() {
        return Set.of(REVIEW_PASSED, REVIEW_CLEARED);
    }

    @Override
    public void takeOver(OrderFile file, OpenedOrder opened) {
        for (MilestoneName milestone : List.of(REVIEW_PASSED, REVIEW_CLEARED)) {
            opened.on(milestone).ifPresent(day -> file.reach(milestone, day));
        }
    }
}
