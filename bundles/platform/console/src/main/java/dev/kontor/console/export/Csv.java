package dev.kontor.console.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180) as spreadsheets open them: UTF-8 with a byte order mark, and no words that would be
 * taken for a formula. Numbers and days are written plainly, whatever the reader's language.
 */
final class Csv implements Book {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    /** What a spreadsheet may take for the beginning of a formula, in both widths. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final Writer out;
    private boolean begun;

    Csv(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write('\uFEFF');
    }

    @Override
    public void table(String name, List<String> headings) throws IOException {
        if (begun) {
            line("");
            line(cell(literal(name)));
        }
        begun = true;
        line(headings.stream().map(heading -> cell(literal(heading))).collect(Collectors.joining(",")));
    }

    @Override
    public void row(List<Value> values) throws IOException {
        line(values.stream().map(Csv::written).map(Csv::cell).collect(Collectors.joining(",")));
    }

    private void line(String words) throws IOException {
        out.write(words);
        out.write("\r\n");
    }

    private static String written(Value value) {
        if (value instanceof Value.Words words) {
            return literal(words.words());
        } else if (value instanceof Value.Number number) {
            return number.number().toPlainString();
        } else if (value instanceof Value.Day day) {
            return day.day().toString();
        }
        return MOMENT.format(((Value.Moment) value).at());
    }

    /** An apostrophe before it makes a spreadsheet take it as the words that it is. */
    private static String literal(String words) {
        return !words.isEmpty() && FORMULA.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }

    private static String cell(String words) {
        return words.chars().anyMatch(each -> each == ',' || each == '"' || each == '\r' || each == '\n')
                ? '"' + words.replace("\"", "\"\"") + '"'
                : words;
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
