package dev.kontor.console.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook with a sheet for each table. Words are words, whatever they begin with; numbers and days are typed. */
final class Xlsx implements Book {

    /** Rows that are held before they leave. */
    private static final int AT_ONCE = 500;
    /** What a cell takes. */
    private static final int LONGEST = 32_767;
    private static final int LONGEST_NAME = 31;
    private static final double WIDTH = 20;

    private final Workbook book;
    private final Set<String> names = new HashSet<>();
    private Optional<Worksheet> sheet = Optional.empty();
    private int row;

    Xlsx(OutputStream out) {
        this.book = new Workbook(out, "Kontor", "1.0");
    }

    @Override
    public void table(String name, List<String> headings) throws IOException {
        finish();
        Worksheet fresh = book.newWorksheet(unique(name));
        for (int i = 0; i < headings.size(); i++) {
            fresh.inlineString(0, i, storable(headings.get(i)));
            fresh.style(0, i).bold().set();
            fresh.width(i, WIDTH);
        }
        fresh.freezePane(1, 1);
        sheet = Optional.of(fresh);
        row = 1;
    }

    @Override
    public void row(List<Value> values) throws IOException {
        Worksheet here = sheet.orElseThrow();
        for (int i = 0; i < values.size(); i++) {
            put(here, i, values.get(i));
        }
        row++;
        if (row % AT_ONCE == 0) {
            here.flush();
        }
    }

    private void put(Worksheet here, int column, Value value) {
        if (value instanceof Value.Words words) {
            if (!words.words().isEmpty()) {
                here.inlineString(row, column, storable(words.words()));
            }
        } else if (value instanceof Value.Number number) {
            here.value(row, column, number.number());
            if (number.money()) {
                here.style(row, column).format("#,##0.00").set();
            }
        } else if (value instanceof Value.Day day) {
            here.value(row, column, day.day());
            here.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof Value.Moment moment) {
            here.value(row, column, moment.at());
            here.style(row, column).format("yyyy-mm-dd hh:mm").set();
        }
    }

    /** Without what XML cannot hold. */
    private static String storable(String words) {
        StringBuilder kept = new StringBuilder();
        words.codePoints()
                .filter(point -> point == '\n' || point == '\t' || point >= ' ' && point != 0xFFFE && point != 0xFFFF
                        && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE))
                .limit(LONGEST)
                .forEach(point -> {
                    if (kept.length() + Character.charCount(point) <= LONGEST) {
                        kept.appendCodePoint(point);
                    }
                });
        return kept.toString();
    }

    /** A sheet's name is short, holds no sign that a formula uses, and is there once. */
    private String unique(String name) {
        String plain = storable(name).replaceAll("[\\[\\]:*?/\\\\'\\n\\t]", " ").strip();
        String base = plain.isEmpty() ? "1" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME - 4));
        String found = base;
        for (int i = 2; !names.add(found.toLowerCase(Locale.ROOT)); i++) {
            found = base + " " + i;
        }
        return found;
    }

    private void finish() throws IOException {
        if (sheet.isPresent()) {
            sheet.get().finish();
        }
    }

    @Override
    public void close() throws IOException {
        finish();
        book.finish();
    }
}
