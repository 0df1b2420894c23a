package dev.kontor.print;

import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a paper says what a page shows: the same words, days and amounts, without links. */
record Spoken(Texts texts, Locale language, ZoneId zone) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    String say(Text text) {
        return texts.say(text, language);
    }

    /** The lines of a cell. */
    List<String> lines(Cell cell) {
        return cell instanceof Cell.Many many
                ? many.cells().stream().flatMap(each -> lines(each).stream()).toList()
                : List.of(line(cell));
    }

    String text(Cell cell) {
        return lines(cell).stream().collect(Collectors.joining("\n"));
    }

    private String line(Cell cell) {
        if (cell instanceof Cell.Words words) {
            return say(words.text());
        } else if (cell instanceof Cell.Link link) {
            return say(link.text());
        } else if (cell instanceof Cell.Outside outside) {
            return say(outside.text());
        } else if (cell instanceof Cell.Badge badge) {
            return say(badge.text());
        } else if (cell instanceof Cell.Number number) {
            return decimal("#,##0.######").format(number.number());
        } else if (cell instanceof Cell.Amount amount) {
            return amount.money().written();
        } else if (cell instanceof Cell.Day day) {
            return day.day().toString();
        } else if (cell instanceof Cell.Moment moment) {
            return MOMENT.withZone(zone).format(moment.at());
        } else if (cell instanceof Cell.Due due) {
            return due.day().toString();
        }
        throw new IllegalArgumentException("A paper cannot say %s.".formatted(cell));
    }

    static boolean isNumeric(Cell cell) {
        return cell instanceof Cell.Number || cell instanceof Cell.Amount;
    }

    private static DecimalFormat decimal(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    }
}
