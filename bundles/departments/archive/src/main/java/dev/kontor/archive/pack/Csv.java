package dev.kontor.archive.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;

/** Rows as a file that spreadsheets open: UTF-8 with a byte order mark, and no cell that a spreadsheet would calculate. */
final class Csv {

    private final StringBuilder text = new StringBuilder("\uFEFF");

    Csv row(List<String> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
        return this;
    }

    private static String cell(String value) {
        String harmless = value.matches("(?s)[=+@\\t\\r-].*") ? "'" + value : value;
        return harmless.matches("(?s).*[\",\r\n].*") ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }

    byte[] bytes() {
        return text.toString().getBytes(UTF_8);
    }
}
