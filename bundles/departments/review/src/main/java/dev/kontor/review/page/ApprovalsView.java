package dev.kontor.review.page;

import static dev.kontor.review.page.ReviewTab.columns;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.rule.facts.ApprovalGiven;
import dev.kontor.api.text.Text;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.SpecialApproval;
import dev.kontor.review.preliminary.Checklist;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws every special approval of an order that there ever was: who, why, up to what, until when, and whether it holds. */
@Component(service = ApprovalsView.class)
public final class ApprovalsView {

    private final ReviewBook book;

    @Activate
    public ApprovalsView(@Reference ReviewBook book) {
        this.book = book;
    }

    Optional<Block> show(OrderView file) {
        List<SpecialApproval> approvals = book.approvals(file.number());
        return approvals.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table(
                        Text.of("review.approvals"),
                        columns("review.item", "review.reason-for", "review.up-to", "review.expires", "review.proposed-by",
                                "review.settled-by", "review.state"),
                        approvals.stream().map(each -> row(file, each)).toList(),
                        "",
                        Text.plain("")));
    }

    private List<Cell> row(OrderView file, SpecialApproval approval) {
        return List.of(
                Cell.words(Text.of("review.item-of", Checklist.label(approval.item()), approval.revision())),
                Cell.plain(approval.reason()),
                new Cell.Amount(approval.amount()),
                new Cell.Day(approval.expiresOn()),
                new Cell.Many(List.of(Cell.person(approval.proposal().proposedBy()), new Cell.Moment(approval.proposal().proposedAt()))),
                approval.proposal().settledBy().isEmpty()
                        ? Cell.plain("")
                        : new Cell.Many(List.of(
                                Cell.person(approval.proposal().settledBy()), new Cell.Moment(approval.proposal().settledAt()),
                                Cell.plain(approval.proposal().remarks()))),
                state(file, approval));
    }

    /** A proposal whose task ended with the order, by its termination, is decided by nobody any more. */
    private static Cell state(OrderView file, SpecialApproval approval) {
        boolean awaited = approval.isProposed() && !file.openTasks(Vocabulary.APPROVAL).isEmpty();
        String state = approval.isProposed() && !awaited ? SpecialApproval.DROPPED : approval.state();
        Cell settled = new Cell.Badge(awaited ? Tone.WARNING : Tone.NEUTRAL, Text.of("review.approval." + state));
        return approval.isConfirmed()
                ? file.order().map(order -> holding(approval.given(order, file.today()))).orElse(settled)
                : settled;
    }

    private static Cell holding(ApprovalGiven given) {
        if (given.daysLeft() < 0) {
            return new Cell.Badge(Tone.BAD, Text.of("review.approval.expired"));
        }
        if (!given.current()) {
            return new Cell.Badge(Tone.NEUTRAL, Text.of("review.approval.other-revision"));
        }
        return given.amountLeft().signum() < 0
                ? new Cell.Badge(Tone.BAD, Text.of("review.approval.exceeded"))
                : new Cell.Badge(Tone.GOOD, Text.of("review.approval.confirmed"));
    }
}
