package dev.kontor.tables;

import dev.kontor.api.rule.RuleTables.Cell;
import dev.kontor.api.text.Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A table as text: UTF-8 or GB 18030, with or without a byte order mark, cells divided by {@code ,} or {@code ;}. */
final class CsvFile {

    private static final Charset GB_18030 = Charset.forName("GB18030");
    private static final char MARK = '\uFEFF';

    private final String text;
    private final char divider;
    private final Grid grid = new Grid("");
    private int at;
    private int row = 1;
    private int column = 1;

    private CsvFile(String text) {
        this.text = text;
        this.divider = divider(text);
    }

    /** @throws Unfit when it cannot be read */
    static Grid read(byte[] content) {
        String text = decoded(content, StandardCharsets.UTF_8)
                .or(() -> decoded(content, GB_18030))
                .filter(read -> read.indexOf('\0') < 0) // UTF-16 is full of them
                .orElseThrow(() -> Unfit.file(Text.of("tables.encoding")));
        return new CsvFile((text.startsWith(String.valueOf(MARK)) ? text.substring(1) : text).replace("\r\n", "\n")).grid();
    }

    private static Optional<String> decoded(byte[] content, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }

    /** The one that stands more often in the first line. */
    private static char divider(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.chars().filter(c -> c == ';').count() > first.chars().filter(c -> c == ',').count() ? ';' : ',';
    }

    private Grid grid() {
        while (at < text.length()) {
            String cell = text.charAt(at) == '"' ? quoted() : plain();
            grid.put(row, column, Content.words(cell));
            boolean goesOn = at < text.length() && text.charAt(at) == divider;
            row += goesOn ? 0 : 1;
            column = goesOn ? column + 1 : 1;
            at++;
        }
        return grid;
    }

    private String plain() {
        int from = at;
        while (at < text.length() && text.charAt(at) != divider && text.charAt(at) != '\n') {
            at++;
        }
        String cell = text.substring(from, at);
        if (cell.indexOf('"') >= 0) {
            throw Unfit.at(new Cell("", row, column), "tables.quotes");
        }
        return cell;
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length() && (text.charAt(at) != '"' || text.startsWith("\"\"", at))) {
            cell.append(text.charAt(at));
            at += text.charAt(at) == '"' ? 2 : 1;
        }
        at++;
        boolean closed = at == text.length() || at < text.length() && (text.charAt(at) == divider || text.charAt(at) == '\n');
        if (!closed) {
            throw Unfit.at(new Cell("", row, column), "tables.quotes");
        }
        return cell.toString();
    }
}
