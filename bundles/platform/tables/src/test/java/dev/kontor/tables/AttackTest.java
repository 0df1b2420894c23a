package dev.kontor.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kontor.engine.set.RuleSetFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A workbook that is more than a plain table is refused in words")
class AttackTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private static byte[] part(String part, UnaryOperator<String> change) {
        return TrialSet.rezipped(TrialSet.xlsx(), Map.of(part, change));
    }

    private static byte[] sheet(TrialSet.Change change) {
        return TrialSet.xlsx(TrialSet.CSV, change);
    }

    static Stream<Arguments> workbooks() throws IOException {
        String lol = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>";
        String file = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>";
        UnaryOperator<String> link = xml -> xml.replace("</Relationships>",
                "<Relationship Id=\"rId9\" Type=\"x\" Target=\"file:///C:/numbers.xlsx\" TargetMode=\"External\"/></Relationships>");
        return Stream.of(
                arguments("no archive", "PK, they say".getBytes(StandardCharsets.UTF_8), "tables.no-workbook"),
                arguments("an archive of something else", RuleSetFiles.zip(Map.of("a.txt", new byte[9])), "tables.no-workbook"),
                arguments("half a workbook", java.util.Arrays.copyOf(TrialSet.xlsx(), 900), "tables.no-workbook"),
                arguments("a bomb", RuleSetFiles.zip(Map.of(SHEET, new byte[64 * 1024 * 1024])), "tables.bomb"),
                arguments("a thousand parts", thousand(), "tables.bomb"),
                arguments("entities that multiply", part(SHEET, xml -> xml.replaceFirst("\\?>", "?>" + lol)), "tables.document-type"),
                arguments("an entity that reads a file", part("xl/workbook.xml", xml -> xml.replaceFirst("\\?>", "?>" + file)), "tables.document-type"),
                arguments("an entity of nobody", part(SHEET, xml -> xml.replaceFirst("<v>", "<v>&none;")), "tables.part"),
                arguments("XML that ends in the middle", part(SHEET, xml -> xml.substring(0, xml.length() / 2)), "tables.part"),
                arguments("macros", part("xl/vbaProject.bin", xml -> "x"), "tables.macros"),
                arguments("macros by another ending", part("[Content_Types].xml", xml -> xml.replace("openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml")), "tables.macros"),
                arguments("a link to another workbook", part("xl/externalLinks/externalLink1.xml", xml -> "<x/>"), "tables.outside"),
                arguments("a link to a file", part("xl/_rels/workbook.xml.rels", link), "tables.outside"),
                arguments("a data connection", part("xl/connections.xml", xml -> "<x/>"), "tables.outside"),
                arguments("a sheet that is a picture", part("xl/_rels/workbook.xml.rels", xml -> xml.replace("worksheets/sheet1", "chartsheets/sheet1")), "tables.sheet-kind"),
                arguments("a hidden sheet", part("xl/workbook.xml", xml -> xml.replace("<sheet ", "<sheet state=\"veryHidden\" ")), "tables.hidden-sheet"),
                arguments("no sheet that says anything", part(SHEET, xml -> xml.replaceFirst("(?s)<sheetData>.*</sheetData>", "<sheetData/>")), "tables.empty"));
    }

    private static byte[] thousand() {
        Map<String, byte[]> parts = new TreeMap<>();
        for (int i = 0; i < 1_000; i++) {
            parts.put("xl/worksheets/sheet" + i + ".xml", new byte[1]);
        }
        return RuleSetFiles.zip(parts);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void the_workbook(String name, byte[] workbook, String told) {
        assertThat(TrialSet.problems(TrialSet.with("size.xlsx", workbook))).containsExactly("size.xlsx " + told);
    }

    static Stream<Arguments> sheets() {
        UnaryOperator<String> number = xml -> xml.replaceFirst("<v>2000000</v>", "<v>1E999999999</v>");
        return Stream.of(
                arguments("a formula", sheet(sheet -> sheet.formula(3, 3, "1000000*2")), "D4 tables.formula"),
                arguments("a hidden row", sheet(sheet -> sheet.hideRow(3)), "A4 tables.hidden-row"),
                arguments("a hidden column", sheet(sheet -> sheet.hideColumn(3)), "D1 tables.hidden-column"),
                arguments("joined cells", sheet(sheet -> sheet.range(5, 3, 6, 4).merge()), "D6 tables.joined-cells"),
                arguments("a cell far out", sheet(sheet -> sheet.value(2_000, 1, "x")), "B2001 tables.too-large"),
                arguments("a number that fills the memory", part(SHEET, number), "D4 tables.number"),
                arguments("an error", part(SHEET, xml -> xml.replaceFirst("<c r=\"D4\"[^>]*>", "<c r=\"D4\" t=\"e\">")), "D4 tables.error"),
                arguments("a text that is not there", part(SHEET, xml -> xml.replaceFirst("<c r=\"D4\"[^>]*>", "<c r=\"D4\" t=\"s\">")), "D4 tables.number"),
                arguments("a clause as a number", sheet(sheet -> sheet.value(3, 12, new BigDecimal("4.1"))), "M4 tables.words"),
                arguments("a share where money is asked", sheet(sheet -> {
                    sheet.value(3, 3, new BigDecimal("0.05"));
                    sheet.style(3, 3).format("0%").set();
                }), "D4 tables.number"),
                arguments("a day where a number is asked", sheet(sheet -> {
                    sheet.value(3, 8, 45_000);
                    sheet.style(3, 8).format("yyyy\"年\"m\"月\"d\"日\"").set();
                }), "I4 tables.number"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sheets")
    void a_cell_of_a_sheet(String name, byte[] workbook, String told) {
        assertThat(TrialSet.problems(TrialSet.with("size.xlsx", workbook))).contains("size.xlsx 规模 Late " + told);
    }

    @Test
    void a_part_that_stands_twice_and_may_be_read_in_two_ways() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : new String[] {"xl/workbook.xml", "xl/workbook.xmk"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        byte[] twice = bytes.toString(StandardCharsets.ISO_8859_1).replace("xmk", "xml").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(TrialSet.problems(TrialSet.with("size.xlsx", twice))).containsExactly("size.xlsx tables.part-twice");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"size.xlsm", "size.XLSM", "size.xls", "size.ods"})
    void another_kind_of_file(String file) {
        assertThat(TrialSet.problems(TrialSet.with(file, TrialSet.xlsx())))
                .containsExactly(file + (file.endsWith("m") || file.endsWith("M") ? " tables.macros" : " tables.kind"));
    }

    @Test
    void a_day_and_a_share_are_what_the_sheet_shows() {
        byte[] workbook = sheet(sheet -> {
            sheet.value(3, 1, 43_831);
            sheet.style(3, 1).format("yyyy/m/d").set();
            sheet.value(5, 1, java.time.LocalDate.of(2020, 1, 1));
            sheet.style(5, 1).format("yyyy-mm-dd").set();
        });
        assertThat(TrialSet.problems(TrialSet.with("size.xlsx", workbook))).isEmpty();
    }
}
