package dev.kontor.aftersales.retrospective;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** A retrospective as blocks, on a page and on paper. */
final class RetrospectiveBlocks {

    private RetrospectiveBlocks() {}

    static List<Block> of(Retrospective held, List<Point> points) {
        return List.of(
                new Block.Facts(Text.of("aftersales.retrospective"), List.of(
                        fact("customer", Cell.plain(held.customerName())),
                        fact("retrospective-on", new Cell.Day(held.heldOn())),
                        fact("by", Cell.person(held.heldBy())),
                        fact("departments", new Cell.Many(held.departments().stream().map(role -> Cell.words(Text.of("role." + role))).toList())),
                        fact("participants", Cell.plain(held.participants())),
                        fact("feedback", Cell.plain(held.feedback())),
                        fact("summary", Cell.plain(held.summary())))),
                new Block.Table(
                        Text.of("aftersales.points"),
                        columns("matter", "cause", "suggestion", "improvement"),
                        points.stream()
                                .map(each -> Stream.of(each.matter(), each.cause(), each.suggestion(), each.improvement()).map(Cell::plain).toList())
                                .toList(),
                        "",
                        Text.of("aftersales.no-points")));
    }

    /** Who has read it, and who has not. */
    static Block receipts(List<Receipt> receipts) {
        return new Block.Table(
                Text.of("aftersales.receipts"),
                columns("reader", "state", "remark"),
                receipts.stream().map(RetrospectiveBlocks::row).toList(),
                "",
                Text.of("aftersales.no-receipts"));
    }

    private static List<Cell> row(Receipt each) {
        Cell state = each.readAt()
                .<Cell>map(at -> new Cell.Many(List.of(
                        new Cell.Badge(Tone.GOOD, Text.of("aftersales.is-read")), Cell.person(each.readBy()), new Cell.Moment(at))))
                .orElse(new Cell.Badge(Tone.WARNING, Text.of("aftersales.is-unread")));
        return List.of(Cell.words(Text.of("role." + each.role())), state, Cell.plain(each.remark()));
    }

    private static List<Block.Column> columns(String... names) {
        return Stream.of(names).map(name -> Block.Column.of(Text.of("aftersales." + name))).toList();
    }

    private static Block.Fact fact(String name, Cell value) {
        return new Block.Fact(Text.of("aftersales." + name), value);
    }
}
