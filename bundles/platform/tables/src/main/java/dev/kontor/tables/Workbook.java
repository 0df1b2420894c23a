package dev.kontor.tables;

import dev.kontor.api.rule.RuleTables.Fault;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An XLSX file, read part by part. What a person does not see does not count and is refused: hidden sheets, rows and
 * columns, formulas, joined cells, links.
 */
final class Workbook {

    private final Map<String, byte[]> parts;
    private final List<String> words = new ArrayList<>();
    private final CellFormats formats = new CellFormats();
    private boolean since1904;

    private Workbook(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /** @throws Unfit when it cannot be read as plain tables */
    static List<Grid> read(byte[] content, List<Fault> faults) {
        return new Workbook(ZipParts.of(content)).sheets(faults);
    }

    private List<Grid> sheets(List<Fault> faults) {
        parts.keySet().stream().filter(part -> part.endsWith(".rels")).forEach(part -> links(part, new HashMap<>()));
        Xml.read("[Content_Types].xml", part("[Content_Types].xml"), element -> {
            if (element.value("ContentType").toLowerCase(java.util.Locale.ROOT).contains("macroenabled")) {
                throw Unfit.file(Text.of("tables.macros"));
            }
        });
        Map<String, String> sheets = names();
        shared();
        if (parts.containsKey("xl/styles.xml")) {
            formats.read(parts.get("xl/styles.xml"));
        }
        List<Grid> grids = new ArrayList<>();
        sheets.forEach((name, part) -> grids.add(new SheetReader(name, words, formats, since1904, faults).read(part, part(part))));
        if (grids.stream().allMatch(grid -> grid.rows().isEmpty())) {
            throw Unfit.file(Text.of("tables.empty"));
        }
        return grids;
    }

    private byte[] part(String name) {
        byte[] part = parts.get(name);
        if (part == null) {
            throw Unfit.file(Text.of("tables.no-workbook"));
        }
        return part;
    }

    /** Notes where each link of a part leads to, by its id. */
    private void links(String part, Map<String, String> targets) {
        Xml.read(part, part(part), element -> {
            if (element.value("TargetMode").equalsIgnoreCase("External")) {
                throw Unfit.file(Text.of("tables.outside", element.value("Target")));
            }
            String target = element.value("Target");
            targets.put(element.value("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        });
    }

    /** Each sheet's part, by its name. */
    private Map<String, String> names() {
        Map<String, String> targets = new HashMap<>();
        links("xl/_rels/workbook.xml.rels", targets);
        Map<String, String> sheets = new LinkedHashMap<>();
        Xml.read("xl/workbook.xml", part("xl/workbook.xml"), element -> {
            if (element.name().equals("workbookPr")) {
                since1904 = element.isSet("date1904");
            } else if (element.name().equals("sheet")) {
                String name = element.value("name");
                String target = targets.getOrDefault(element.value("id"), "");
                if (!element.value("state").isEmpty() && !element.value("state").equals("visible")) {
                    throw Unfit.file(Text.of("tables.hidden-sheet", name));
                }
                if (!target.startsWith("xl/worksheets/")) {
                    throw Unfit.file(Text.of("tables.sheet-kind", name));
                }
                sheets.put(name, target);
            }
        });
        return sheets;
    }

    /** Texts that cells name by number. What is written above Chinese as an aid to reading is no part of the text. */
    private void shared() {
        if (!parts.containsKey("xl/sharedStrings.xml")) {
            return;
        }
        Xml.read("xl/sharedStrings.xml", parts.get("xl/sharedStrings.xml"), new RichText(words::add, "si"));
    }
}
