package dev.kontor.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.document.Document;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import dev.kontor.api.time.Clock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A paper is a PDF that looks the same everywhere")
final class PdfPrinterTest {

    private final Shelf shelf = new Shelf();
    private final PdfPrinter printer = new PdfPrinter(new Speaking(), shelf, new Noon());

    @Test
    void itSaysWhatThePageSaysInChineseAndLatin() throws IOException {
        String words = text(print(note()));

        assertThat(words).contains("发货单", "SO-2026-00001-1", "客户名称", "宁波海天精工", "CNC-500", "¥1,180,000.00", "2026-03-02", "签字盖章");
    }

    @Test
    void whatWasTypedIsTextAndNothingElse() throws IOException {
        Paper paper = with(Cell.plain("<b>&amp; \"q\" </table> \u0001𠮷 ]]>"));

        assertThat(text(print(paper))).contains("<b>&amp; \"q\" </table>");
    }

    @Test
    void everyTypefaceIsEmbedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(print(note()))) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void theSamePaperHasTheSameBytes() {
        byte[] first = print(note());
        byte[] second = print(note());

        assertThat(second).isEqualTo(first);
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("CreationDate", "CreateDate");
    }

    @Test
    void theHeadingOfALongTableStandsOnEveryPage() throws IOException {
        List<List<Cell>> rows = IntStream.range(0, 120).mapToObj(i -> List.of(Cell.plain("row " + i))).toList();
        Paper paper = new Paper("long", Text.plain("Long"), "", List.of(new Block.Table(
                Text.plain("Rows"), List.of(Block.Column.of(Text.plain("COLUMN"))), rows, "", Text.plain(""))), List.of());

        try (PDDocument document = Loader.loadPDF(print(paper))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(document.getNumberOfPages());
            assertThat(last.getText(document)).contains("COLUMN", "row 119", "/ " + document.getNumberOfPages());
        }
    }

    @Test
    void nothingIsLoadedFromAnAddressInIt() throws IOException {
        Paper paper = with(new Cell.Outside(Text.plain("a picture"), "https://example.org/x.png"));

        assertThat(text(print(paper))).contains("a picture").doesNotContain("example.org");
    }

    @Test
    void aTextInLinesAndTheFiguresOfAPageArePrintedToo() throws IOException {
        Paper paper = new Paper("p", Text.plain("P"), "", List.of(
                new Block.Figures(List.of(new Block.Figure(Text.plain("逾期"), Cell.plain("7"), Cell.Tone.BAD, "orders?late=yes"))),
                new Block.Source(Text.plain("第一章 总则"), "第一条 为规范订单管理。\n\n第二条 本办法适用于全部订单。", List.of())), List.of());

        assertThat(text(print(paper))).contains("逾期", "7", "第一章 总则", "第一条 为规范订单管理。", "第二条 本办法适用于全部订单。");
    }

    private static Paper note() {
        Block facts = new Block.Facts(Text.plain("收货"), List.of(
                new Block.Fact(Text.plain("客户名称"), Cell.plain("宁波海天精工")),
                new Block.Fact(Text.plain("发货日期"), new Cell.Day(LocalDate.of(2026, 3, 2))),
                new Block.Fact(Text.plain("价税合计"), new Cell.Amount(Money.cny(1_180_000)))));
        Block lines = new Block.Table(
                Text.plain("明细"),
                List.of(Block.Column.of(Text.plain("型号")), Block.Column.number(Text.plain("数量"))),
                List.of(List.of(Cell.plain("CNC-500 数控车床"), new Cell.Number(BigDecimal.ONE))),
                "",
                Text.plain(""));
        return new Paper("delivery-note", Text.plain("发货单"), "SO-2026-00001-1", List.of(facts, lines), List.of(Text.plain("收货人")));
    }

    private static Paper with(Cell cell) {
        return new Paper("p", Text.plain("P"), "", List.of(new Block.Facts(
                Text.plain(""), List.of(new Block.Fact(Text.plain("f"), cell)))), List.of());
    }

    private byte[] print(Paper paper) {
        printer.print(paper, "zh-CN");
        return shelf.last;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Says plain words as they are, and the printer's own in Chinese. */
    private static final class Speaking implements Texts {
        @Override
        public String say(Text text, Locale language) {
            return text.isPlain() ? text.arguments().get(0).toString() : "签字盖章、日期：";
        }

        @Override
        public Optional<String> find(String key, Locale language) {
            return Optional.empty();
        }
    }

    private static final class Noon implements Clock {
        @Override
        public Instant now() {
            return Instant.parse("2026-03-02T04:00:00Z");
        }

        @Override
        public LocalDate today() {
            return LocalDate.of(2026, 3, 2);
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public boolean simulated() {
            return false;
        }
    }

    /** Takes files in and keeps the last. */
    private static final class Shelf implements Documents {
        private byte[] last = {};

        @Override
        public Upload take(String name, InputStream content) throws IOException {
            last = content.readAllBytes();
            return new Upload(name, "application/pdf", last.length, "0".repeat(64));
        }

        @Override
        public List<Document> of(OrderNumber order, Person reader) {
            return List.of();
        }

        @Override
        public Optional<Document> document(String id, Person reader) {
            return Optional.empty();
        }

        @Override
        public InputStream open(Document document) {
            return new ByteArrayInputStream(last);
        }

        @Override
        public InputStream open(Upload upload) {
            return new ByteArrayInputStream(last);
        }
    }
}
