package dev.kontor.supervision.treatment;

import dev.kontor.api.page.Block;
import dev.kontor.api.time.Clock;
import dev.kontor.supervision.regulation.RegulationBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A treatment with all that belongs to it, the same for who supervises and for whoever it concerns; and what the latter can say. */
@Component(service = TreatmentSheet.class)
public final class TreatmentSheet {

    private final TreatmentBook book;
    private final RegulationBook regulation;
    private final Grounds grounds;
    private final Clock clock;

    @Activate
    public TreatmentSheet(
            @Reference TreatmentBook book, @Reference RegulationBook regulation, @Reference Grounds grounds, @Reference Clock clock) {
        this.book = book;
        this.regulation = regulation;
        this.grounds = grounds;
        this.clock = clock;
    }

    public List<Block> whole(Treatment treatment) {
        return TreatmentView.whole(
                treatment, book.steps(treatment), grounds.of(treatment), regulation.acknowledged(treatment.concerned(), treatment.proposedAt()));
    }

    /** What whoever it concerns can say to it now. */
    public Optional<Block> ask(Treatment treatment) {
        if (treatment.state() == Treatment.State.PROPOSED && !clock.today().isAfter(treatment.heardUntil()) && !book.isHeard(treatment)) {
            return Optional.of(Block.Ask.company("supervision/plead", treatment.id()));
        }
        return treatment.state() == Treatment.State.DECIDED && !clock.today().isAfter(LocalDate.parse(treatment.appealUntil()))
                ? Optional.of(Block.Ask.company("supervision/appeal", treatment.id()))
                : Optional.empty();
    }
}
