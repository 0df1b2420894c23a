package dev.kontor.finance.penalty;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the order's page and its papers show of penalties. */
@Component(service = PenaltyBlocks.class)
public final class PenaltyBlocks {

    private final PenaltyBook book;
    private final Penalties penalties;

    @Activate
    public PenaltyBlocks(@Reference PenaltyBook book, @Reference Penalties penalties) {
        this.book = book;
        this.penalties = penalties;
    }

    /** Terms, what is late by them, what was waived and what was set off. */
    public List<Block> show(OrderView file) {
        List<Penalty> late = penalties.of(file).stream().filter(each -> each.accrual().daysLate() > 0).toList();
        return Stream.of(terms(file), Optional.of(late(late)), waivers(file), setOffs(file)).flatMap(Optional::stream).toList();
    }

    private Optional<Block> terms(OrderView file) {
        Stream<Block.Fact> read = book.reading(file.number()).stream().map(each -> new Block.Fact(
                Text.of(each.isNothing() ? "finance.penalty.read-nothing" : "finance.penalty.read"), Cell.person(each.readBy())));
        Stream<Block.Fact> entered = book.terms(file.number()).stream()
                .map(each -> new Block.Fact(each.side().words(), Cell.words(Text.of(
                        each.rate().graceCounts() ? "finance.penalty.term-whole" : "finance.penalty.term",
                        each.clause(),
                        each.rate().perMille().stripTrailingZeros(),
                        each.rate().capPercent().stripTrailingZeros(),
                        each.rate().graceDays()))));
        return facts("finance.penalty.terms", Stream.concat(entered, read).toList());
    }

    private static Block late(List<Penalty> late) {
        return new Block.Table(
                Text.of("finance.penalty.account"),
                List.of(
                        Block.Column.of(Text.of("finance.penalty.side")),
                        Block.Column.of(Text.of("finance.penalty.matter")),
                        Block.Column.of(Text.of("finance.penalty.due")),
                        Block.Column.of(Text.of("finance.penalty.until")),
                        Block.Column.number(Text.of("finance.penalty.days-late")),
                        Block.Column.number(Text.of("finance.penalty.amount")),
                        Block.Column.of(Text.of("finance.state"))),
                late.stream().map(PenaltyBlocks::row).toList(),
                "",
                Text.of("finance.penalty.none"));
    }

    private static List<Cell> row(Penalty each) {
        return List.of(
                Cell.words(each.side().words()),
                Cell.words(each.what()),
                new Cell.Day(each.accrual().due()),
                new Cell.Day(each.accrual().until()),
                new Cell.Number(BigDecimal.valueOf(each.accrual().daysLate())),
                new Cell.Amount(each.amount()),
                state(each));
    }

    private static Cell state(Penalty each) {
        if (!each.isBeyondGrace()) {
            return new Cell.Badge(Cell.Tone.NEUTRAL, Text.of("finance.penalty.within-grace"));
        }
        if (each.accrual().isCapped(each.rate())) {
            return new Cell.Badge(Cell.Tone.BAD, Text.of("finance.penalty.capped"));
        }
        return each.ended()
                ? new Cell.Badge(Cell.Tone.INFO, Text.of("finance.penalty.ended"))
                : new Cell.Badge(Cell.Tone.BAD, Text.of("finance.penalty.running"));
    }

    /** Without any there is nothing to show. */
    private static Optional<Block> facts(String heading, List<Block.Fact> facts) {
        return facts.isEmpty() ? Optional.empty() : Optional.of(new Block.Facts(Text.of(heading), facts));
    }

    private Optional<Block> waivers(OrderView file) {
        return facts("finance.penalty.waivers", book.waivers(file.number()).stream()
                .map(each -> new Block.Fact(each.side().words(), new Cell.Many(List.of(
                        new Cell.Amount(each.amount()),
                        Cell.plain(each.reason()),
                        Cell.words(verdict(each))))))
                .toList());
    }

    private Optional<Block> setOffs(OrderView file) {
        return facts("finance.penalty.set-offs", book.setOffs(file.number()).stream()
                .map(each -> new Block.Fact(Text.of("finance.penalty.set-off-from", each.position()), new Cell.Many(List.of(
                        new Cell.Amount(each.amount()),
                        Cell.link(Text.of("document.finance.set-off"), "documents/" + each.agreement()),
                        Cell.plain(each.reason()),
                        Cell.words(verdict(each))))))
                .toList());
    }

    private static Text verdict(PenaltyProposal each) {
        return each.isOpen()
                ? Text.of("finance.penalty.waiver-open", Text.person(each.proposedBy()))
                : Text.of(each.isGranted() ? "finance.penalty.waiver-granted" : "finance.penalty.waiver-declined", Text.person(each.decidedBy()));
    }
}
