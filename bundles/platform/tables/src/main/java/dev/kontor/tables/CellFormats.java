package dev.kontor.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a number is shown as: 0.05 may be 5 per cent, and 46083 a day. */
final class CellFormats {

    /** Of those that every workbook has; 27 to 36 and 50 to 58 are days in Chinese and Japanese. */
    private static final List<int[]> DAYS = List.of(new int[] {14, 17}, new int[] {22, 22}, new int[] {27, 36}, new int[] {50, 58});

    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();

    void read(byte[] part) {
        Xml.read("xl/styles.xml", part, new Xml.Elements() {
            private boolean ofCells;

            @Override
            public void begins(Xml element) {
                switch (element.name()) {
                    case "numFmt" -> codes.put(element.whole("numFmtId", -1), element.value("formatCode"));
                    case "cellXfs" -> ofCells = true;
                    case "xf" -> {
                        if (ofCells) {
                            styles.add(element.whole("numFmtId", 0));
                        }
                    }
                    default -> { }
                }
            }

            @Override
            public void ends(String name, String text) {
                ofCells &= !name.equals("cellXfs");
            }
        });
    }

    Content.Kind kind(int style) {
        int format = style >= 0 && style < styles.size() ? styles.get(style) : 0;
        String code = codes.getOrDefault(format, "").replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.|\\*.", "").toLowerCase(Locale.ROOT);
        boolean day = !code.contains("general") && code.matches("(?s).*[ymd].*");
        if (format == 9 || format == 10 || code.contains("%")) {
            return Content.Kind.SHARE;
        }
        return day || DAYS.stream().anyMatch(range -> format >= range[0] && format <= range[1]) ? Content.Kind.DAY : Content.Kind.NUMBER;
    }
}
