package dev.kontor.console.export;

import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import dev.kontor.console.text.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How cells become values: money takes two columns, so that amounts can be added up and currencies kept apart, and a due
 * day two, with the working days left. Which columns do is seen from the first rows.
 */
final class Columns {

    private static final String NOTHING = "–";

    private final Texts texts;
    private final Formats formats;
    private final List<Kind> kinds;

    private enum Kind {
        PLAIN,
        MONEY,
        DUE
    }

    Columns(Texts texts, Formats formats, Table first) {
        this.texts = texts;
        this.formats = formats;
        this.kinds = IntStream.range(0, first.headings().size()).mapToObj(column -> kind(first, column)).toList();
    }

    private static Kind kind(Table table, int column) {
        List<Cell> cells = table.rows().stream().filter(row -> column < row.size()).map(row -> row.get(column)).toList();
        if (cells.stream().anyMatch(Cell.Amount.class::isInstance)) {
            return Kind.MONEY;
        }
        return cells.stream().anyMatch(Cell.Due.class::isInstance) ? Kind.DUE : Kind.PLAIN;
    }

    List<String> headings(Table table) {
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            headings.add(say(table.headings().get(i)));
            switch (kinds.get(i)) {
                case PLAIN -> { }
                case MONEY -> headings.add(say(Text.of("console.export.currency")));
                case DUE -> headings.add(say(Text.of("console.export.days-left")));
            }
        }
        return headings;
    }

    List<Value> values(List<Cell> row) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            Cell cell = i < row.size() ? row.get(i) : Cell.plain("");
            switch (kinds.get(i)) {
                case PLAIN -> values.add(value(cell));
                case MONEY -> money(cell, values);
                case DUE -> due(cell, values);
            }
        }
        return values;
    }

    private void money(Cell cell, List<Value> values) {
        if (cell instanceof Cell.Amount amount) {
            values.add(new Value.Number(amount.money().amount(), true));
            values.add(new Value.Words(amount.money().currency()));
        } else {
            values.add(value(cell));
            values.add(Value.NONE);
        }
    }

    private void due(Cell cell, List<Value> values) {
        if (cell instanceof Cell.Due due) {
            values.add(new Value.Day(due.day()));
            values.add(new Value.Number(java.math.BigDecimal.valueOf(due.workingDaysLeft()), false));
        } else {
            values.add(value(cell));
            values.add(Value.NONE);
        }
    }

    private Value value(Cell cell) {
        if (cell instanceof Cell.Number number) {
            return new Value.Number(number.number(), false);
        } else if (cell instanceof Cell.Day day) {
            return new Value.Day(day.day());
        } else if (cell instanceof Cell.Due due) {
            return new Value.Day(due.day());
        } else if (cell instanceof Cell.Moment moment) {
            return new Value.Moment(moment.at().atZone(formats.zone()).toLocalDateTime());
        }
        String words = words(cell);
        return Value.words(words.equals(NOTHING) ? "" : words);
    }

    private String words(Cell cell) {
        if (cell instanceof Cell.Words words) {
            return say(words.text());
        } else if (cell instanceof Cell.Link link) {
            return say(link.text());
        } else if (cell instanceof Cell.Badge badge) {
            return say(badge.text());
        } else if (cell instanceof Cell.Amount amount) {
            return amount.money().amount().toPlainString() + " " + amount.money().currency();
        } else if (cell instanceof Cell.Many many) {
            return many.cells().stream().map(this::words).collect(Collectors.joining("; "));
        } else if (cell instanceof Cell.Number number) {
            return number.number().toPlainString();
        } else if (cell instanceof Cell.Moment moment) {
            return formats.moment(moment.at());
        } else if (cell instanceof Cell.Day day) {
            return formats.day(day.day());
        }
        return formats.day(((Cell.Due) cell).day());
    }

    private String say(Text text) {
        return texts.say(text, formats.language());
    }
}
