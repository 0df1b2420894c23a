package dev.kontor.console.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.Money;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.View;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import dev.kontor.console.text.Formats;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A list that leaves as a file")
final class ExtractTest {

    private static final Function<String, View> NO_MORE = next -> {
        throw new AssertionError(next);
    };

    /** Says plain words, and of others the key and the arguments. */
    private static final Texts TEXTS = new Texts() {
        @Override
        public String say(Text text, Locale language) {
            return text.isPlain() ? String.valueOf(text.arguments().get(0)) : text.key() + text.arguments();
        }

        @Override
        public Optional<String> find(String key, Locale language) {
            return Optional.empty();
        }
    };

    private static Block table(String next, List<List<Cell>> rows, String... headings) {
        List<Block.Column> columns = List.of(headings).stream().map(name -> Block.Column.of(Text.plain(name))).toList();
        return new Block.Table(Text.plain("Orders"), columns, rows, next, Text.plain(""));
    }

    private static View page(Block... blocks) {
        return View.of(Text.plain("Page"), blocks);
    }

    private static byte[] bytes(Format format, View first, Function<String, View> part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Extract(TEXTS, new Formats(Locale.ENGLISH, ZoneId.of("Asia/Shanghai")), first, part).write(format, out);
        return out.toByteArray();
    }

    private static String csv(View first) throws IOException {
        return new String(bytes(Format.CSV, first, NO_MORE), StandardCharsets.UTF_8);
    }

    private static List<List<Row>> sheets(byte[] file) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<List<Row>> sheets = new ArrayList<>();
            for (Sheet sheet : book.getSheets().toList()) {
                sheets.add(sheet.read());
            }
            return sheets;
        }
    }

    private static final List<Cell> TYPED = List.of(
            Cell.link(Text.plain("SO-2026-00001"), "orders/SO-2026-00001"), new Cell.Amount(new Money(new BigDecimal("-1234.50"), "EUR")),
            new Cell.Day(LocalDate.of(2026, 3, 2)), new Cell.Due(LocalDate.of(2026, 3, 6), -2, false),
            new Cell.Moment(Instant.parse("2026-03-02T16:30:00Z")), new Cell.Number(new BigDecimal("7")),
            new Cell.Many(List.of(Cell.plain("a"), new Cell.Badge(Cell.Tone.GOOD, Text.plain("b")))));

    @Test
    void aTextFileOpensInASpreadsheetWithItsSignsAndItsTypes() throws IOException {
        String file = csv(page(table("", List.of(TYPED), "Order", "Total", "Signed", "Due", "At", "No.", "State")));

        assertThat(file).isEqualTo("\uFEFFOrder,Total,console.export.currency[],Signed,Due,console.export.days-left[],At,No.,State\r\n"
                + "SO-2026-00001,-1234.50,EUR,2026-03-02,2026-03-06,-2,2026-03-03 00:30,7,a; b\r\n");
    }

    @Test
    void aWorkbookHoldsNumbersAndDaysAndNotTheirPictures() throws IOException {
        Row row = sheets(bytes(Format.XLSX, page(table("", List.of(TYPED), "Order", "Total", "Signed", "Due", "At", "No.", "State")), NO_MORE))
                .get(0)
                .get(1);

        assertThat(row.getCell(1).getType()).isEqualTo(CellType.NUMBER);
        assertThat(row.getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("-1234.5");
        assertThat(row.getCellText(2)).isEqualTo("EUR");
        assertThat(row.getCellAsDate(3)).contains(LocalDate.of(2026, 3, 2).atStartOfDay());
        assertThat(row.getCellAsNumber(5)).contains(new BigDecimal("-2"));
        assertThat(row.getCellAsDate(6)).contains(LocalDateTime.of(2026, 3, 3, 0, 30));
        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠x", "\n=1"})
    void noWordsRunAsAFormula(String words) throws IOException {
        View page = page(table("", List.of(List.of(Cell.plain(words))), "=A1"));

        assertThat(csv(page).replace("\"", "")).isEqualTo("\uFEFF'=A1\r\n'" + words + "\r\n");
        Row row = sheets(bytes(Format.XLSX, page, NO_MORE)).get(0).get(1);
        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(0).getFormula()).isNull();
    }

    @Test
    void signsOfTheFormatAreQuoted() throws IOException {
        assertThat(csv(page(table("", List.of(List.of(Cell.plain("a,\"b\"\nc"), Cell.plain("–"), Cell.plain(" =1"))), "x", "y", "z"))))
                .endsWith("\r\n\"a,\"\"b\"\"\nc\",, =1\r\n");
    }

    @Test
    void whatXmlCannotHoldIsLeftOutAndTheRestStays() throws IOException {
        View page = page(table("", List.of(List.of(Cell.plain("a\u0000\u0007<b>&\uD800c\uFFFF𠮷"))), "x"));
        assertThat(sheets(bytes(Format.XLSX, page, NO_MORE)).get(0).get(1).getCellText(0)).isEqualTo("a<b>&c𠮷");
    }

    @Test
    void everyPartIsAskedForByTheAddressThatThePageGave() throws IOException {
        List<String> asked = new ArrayList<>();
        Function<String, View> parts = next -> {
            asked.add(next);
            return page(table(next.equals("p?after=1") ? "p?after=2" : "", List.of(List.of(Cell.plain(next))), "x"));
        };
        String file = new String(bytes(Format.CSV, page(table("p?after=1", List.of(List.of(Cell.plain("first"))), "x")), parts), StandardCharsets.UTF_8);

        assertThat(asked).containsExactly("p?after=1", "p?after=2");
        assertThat(file).isEqualTo("\uFEFFx\r\nfirst\r\np?after=1\r\np?after=2\r\n");
    }

    @Test
    void eachTableOfAPageIsASheetOfItsOwnAlsoWhenNamesAreAlike() throws IOException {
        Block folded = new Block.Section(Text.plain("s"), List.of(table("", List.of(List.of(Cell.plain("2"))), "x")), false);
        Block log = new Block.Timeline(Text.plain("Log: [a]/b*?"), List.of(new Block.Event(
                Instant.EPOCH, Text.plain("lina"), Text.plain("did it"), List.of(Cell.plain("d")),
                List.of(new Block.Altered(Text.plain("price"), Text.plain("1"), Text.plain("2"))), Cell.Tone.GOOD)), "");
        View page = page(table("", List.of(List.of(Cell.plain("1"))), "x"), folded, log);

        assertThat(sheets(bytes(Format.XLSX, page, NO_MORE))).hasSize(3).last().satisfies(rows -> {
            assertThat(rows.get(1).getCellText(1)).isEqualTo("lina");
            assertThat(rows.get(1).getCellText(3)).contains("price", "[1]", "[2]");
        });
        assertThat(csv(page)).contains("\r\n\r\nOrders\r\nx\r\n2\r\n");
    }

    @Test
    void aListAsLongAsAFileMayBeIsWholeAndALongerOneSaysThatItIsCut() throws IOException {
        for (int more : List.of(0, 1)) {
            int all = Extract.MOST_ROWS + more;
            String file = new String(bytes(Format.CSV, part(0, all), next -> part(Integer.parseInt(next), all)), StandardCharsets.UTF_8);
            List<String> lines = file.lines().toList();
            assertThat(lines).hasSize(1 + Extract.MOST_ROWS + more);
            assertThat(lines.get(Extract.MOST_ROWS)).isEqualTo("" + (Extract.MOST_ROWS - 1));
            assertThat(lines.get(lines.size() - 1)).isEqualTo(more == 0 ? "" + (all - 1) : "console.export.cut[20000]");
        }
    }

    private static View part(int from, int all) {
        int until = Math.min(all, from + 200);
        List<List<Cell>> rows = IntStream.range(from, until).mapToObj(i -> List.<Cell>of(Cell.plain("" + i))).toList();
        return page(table(until < all ? "" + until : "", rows, "x"));
    }
}
