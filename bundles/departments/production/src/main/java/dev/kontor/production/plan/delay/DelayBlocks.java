package dev.kontor.production.plan.delay;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Delay notices as people read them. */
public final class DelayBlocks {

    private DelayBlocks() {}

    /** One notice, for who has to act on it. */
    public static Block facts(DelayNotice notice) {
        return new Block.Facts(Text.of("production.plan.delay-number", notice.number()), List.of(
                new Block.Fact(Text.of("production.plan.delay-cause"), cause(notice)),
                new Block.Fact(Text.of("production.plan.delay-explanation"), Cell.plain(notice.explanation())),
                new Block.Fact(Text.of("production.plan.delay-promised"), new Cell.Day(notice.promisedOn())),
                new Block.Fact(Text.of("production.plan.delay-delivery"), new Cell.Day(notice.deliveryOn())),
                new Block.Fact(Text.of("production.plan.by"), by(notice))));
    }

    /** All of an order, newest first. */
    public static Block table(List<DelayNotice> notices) {
        return new Block.Table(
                Text.of("production.plan.delays"),
                Stream.of("number", "delay-cause", "delay-explanation", "delay-promised", "delay-delivery", "by", "acknowledged-by", "customer")
                        .map(name -> Block.Column.of(Text.of("production.plan." + name)))
                        .toList(),
                notices.stream().map(DelayBlocks::row).toList(),
                "",
                Text.plain(""));
    }

    private static List<Cell> row(DelayNotice notice) {
        return List.of(
                new Cell.Number(BigDecimal.valueOf(notice.number())),
                cause(notice),
                Cell.plain(notice.explanation()),
                new Cell.Day(notice.promisedOn()),
                new Cell.Day(notice.deliveryOn()),
                by(notice),
                notice.isAcknowledged() ? Cell.person(notice.acknowledgedBy()) : open("production.plan.not-acknowledged"),
                customer(notice));
    }

    private static Cell customer(DelayNotice notice) {
        return notice.passedOn()
                .<Cell>map(day -> new Cell.Many(List.of(
                        new Cell.Day(day),
                        Cell.words(Text.of("production.plan.told-by", notice.contact(), Text.of("production.plan.means." + notice.means()))),
                        Cell.plain(notice.response()),
                        Cell.person(notice.passedBy()))))
                .orElse(open("production.plan.not-passed-on"));
    }

    private static Cell open(String key) {
        return new Cell.Badge(Tone.WARNING, Text.of(key));
    }

    private static Cell cause(DelayNotice notice) {
        return Cell.words(Text.of("production.plan.delay-cause." + notice.cause()));
    }

    private static Cell by(DelayNotice notice) {
        return new Cell.Many(List.of(Cell.person(notice.noticedBy()), new Cell.Moment(notice.noticedAt())));
    }
}
