package dev.kontor.review.contract;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.time.Clock;
import dev.kontor.review.Judged;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import dev.kontor.review.book.Stage;
import dev.kontor.review.facts.ContractReview;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What became of the contract review, once the contract is signed. */
@Component
public final class ContractReviewFacts implements FactSource {

    private final ReviewBook book;
    private final Clock clock;

    @Activate
    public ContractReviewFacts(@Reference ReviewBook book, @Reference Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(ContractReview.class);
    }

    @Override
    public Collection<? extends Record> about(OrderFile file) {
        return file.milestones().contains(MilestoneName.ENTRY_REGISTERED)
                ? file.order().map(this::review).stream().toList()
                : List.of();
    }

    private ContractReview review(Order order) {
        Judged signed = Judged.of(order);
        List<Round> cleared = book.rounds(order.number(), Stage.CONTRACT).stream()
                .filter(round -> round.state().equals(Round.CLEARED) && !closedAfterSigning(round, order))
                .toList();
        return new ContractReview(
                order.contract().number().written(),
                order.contract().kind(),
                order.representative().value(),
                !cleared.isEmpty(),
                cleared.stream().anyMatch(round -> round.judged().isSame(signed)));
    }

    private boolean closedAfterSigning(Round round, Order order) {
        return round.closedAt().orElseThrow().atZone(clock.zone()).toLocalDate().isAfter(order.contract().signedOn());
    }
}
