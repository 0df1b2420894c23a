package dev.kontor.api.page;

import dev.kontor.api.order.Money;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One value on a page. The console formats it in the reader's language; status is never colour alone. */
public sealed interface Cell {

    record Words(Text text) implements Cell {}

    /** @param number aligned and grouped */
    record Number(BigDecimal number) implements Cell {}

    record Amount(Money money) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    record Moment(Instant at) implements Cell {}

    /** @param href below the console's root, without a leading slash */
    record Link(Text text, String href, String icon) implements Cell {}

    /** A page of somebody else's; opened only when the reader asks for it. @param address https */
    record Outside(Text text, String address) implements Cell {}

    record Badge(Tone tone, Text text) implements Cell {}

    /** A due day with the working days left; negative is late. {@code provisional} is marked so. */
    record Due(LocalDate day, int workingDaysLeft, boolean provisional) implements Cell {}

    /** Several, one below the other. */
    record Many(List<Cell> cells) implements Cell {
        public Many {
            cells = List.copyOf(cells);
        }
    }

    /** How good or bad it is. */
    enum Tone {
        NEUTRAL,
        INFO,
        GOOD,
        WARNING,
        BAD
    }

    static Cell words(Text text) {
        return new Words(text);
    }

    static Cell plain(String words) {
        return new Words(Text.plain(words));
    }

    /** Somebody by name, see {@link Text#person}. */
    static Cell person(String id) {
        return new Words(Text.person(id));
    }

    static Cell link(Text text, String href) {
        return new Link(text, href, "");
    }
}
