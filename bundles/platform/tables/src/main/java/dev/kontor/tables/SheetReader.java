package dev.kontor.tables;

import dev.kontor.api.rule.RuleTables.Cell;
import dev.kontor.api.rule.RuleTables.Fault;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cells of one sheet. */
final class SheetReader implements Xml.Elements {

    private static final Pattern PLACE = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");
    /** As many digits as a spreadsheet keeps of what was typed; the file holds 7.1 as 7.0999999999999996. */
    private static final MathContext TYPED = new MathContext(15, RoundingMode.HALF_UP);
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private final Grid grid;
    private final List<String> words;
    private final CellFormats formats;
    private final boolean since1904;
    private final List<Fault> faults;
    private final StringBuilder inline = new StringBuilder();
    private int row;
    private int column;
    private String type = "";
    private int style;
    private String value = "";
    private boolean aside;

    SheetReader(String name, List<String> words, CellFormats formats, boolean since1904, List<Fault> faults) {
        this.grid = new Grid(name);
        this.words = words;
        this.formats = formats;
        this.since1904 = since1904;
        this.faults = faults;
    }

    Grid read(String part, byte[] content) {
        Xml.read(part, content, this);
        return grid;
    }

    @Override
    public void begins(Xml element) {
        switch (element.name()) {
            case "sheetFormatPr" -> refuse(element.isSet("zeroHeight"), 0, 0, "tables.hidden-rows", grid.sheet());
            case "col" -> refuse(element.isSet("hidden") || isNothing(element.value("width")), 1, element.whole("min", 1), "tables.hidden-column");
            case "row" -> {
                row = element.whole("r", row + 1);
                column = 0;
                refuse(element.isSet("hidden") || isNothing(element.value("ht")), row, 1, "tables.hidden-row");
            }
            case "c" -> cell(element);
            case "f" -> refuse(true, row, column, "tables.formula");
            case "rPh" -> aside = true;
            case "mergeCell" -> {
                Matcher place = PLACE.matcher(element.value("ref"));
                boolean known = place.lookingAt();
                refuse(true, known ? number(place.group(2)) : 0, known ? column(place.group(1)) : 0, "tables.joined-cells");
            }
            default -> { }
        }
    }

    private static boolean isNothing(String length) {
        return length.matches("0+(\\.0*)?");
    }

    private void cell(Xml element) {
        Matcher place = PLACE.matcher(element.value("r"));
        boolean placed = place.matches();
        row = placed ? number(place.group(2)) : row;
        column = placed ? column(place.group(1)) : column + 1;
        type = element.value("t");
        style = element.whole("s", 0);
        value = "";
        inline.setLength(0);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int column(String letters) {
        return letters.chars().reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1);
    }

    @Override
    public void ends(String name, String text) {
        switch (name) {
            case "v" -> value = text;
            case "t" -> inline.append(aside ? "" : text);
            case "rPh" -> aside = false;
            case "c" -> grid.put(row, column, content());
            default -> { }
        }
    }

    private Content content() {
        return switch (type) {
            case "s" -> Content.words(shared());
            case "inlineStr" -> Content.words(inline.toString());
            case "str" -> Content.words(value);
            case "b" -> new Content(Content.Kind.TRUTH, value.strip().equals("1") ? "yes" : "no");
            case "d" -> new Content(Content.Kind.DAY, value.strip().replaceFirst("T00:00:00(\\.0+)?Z?$", ""));
            case "e" -> throw Unfit.at(place(), "tables.error", value);
            default -> value.isBlank() ? Content.EMPTY : number();
        };
    }

    private String shared() {
        String index = value.strip();
        if (!index.matches("\\d{1,7}") || Integer.parseInt(index) >= words.size()) {
            throw Unfit.at(place(), "tables.number", value, "");
        }
        return words.get(Integer.parseInt(index));
    }

    private Content number() {
        BigDecimal number;
        try {
            number = new BigDecimal(value.strip());
        } catch (NumberFormatException none) {
            throw Unfit.at(place(), "tables.number", value, "");
        }
        if (Math.abs((long) number.precision() - number.scale()) > 30 || number.scale() > 400) { // written out it would fill the memory
            throw Unfit.at(place(), "tables.number", value, "");
        }
        BigDecimal typed = number.round(TYPED);
        Content.Kind kind = formats.kind(style);
        boolean day = kind == Content.Kind.DAY && typed.signum() > 0 && typed.compareTo(LAST_DAY) < 0 && typed.stripTrailingZeros().scale() <= 0;
        if (day) {
            return new Content(kind, (since1904 ? DAY_ZERO_1904 : DAY_ZERO).plusDays(typed.longValueExact()).toString());
        }
        BigDecimal shown = kind == Content.Kind.SHARE ? typed.movePointRight(2) : typed;
        return new Content(kind == Content.Kind.SHARE ? kind : Content.Kind.NUMBER,
                shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString());
    }

    private Cell place() {
        return grid.cell(row, column);
    }

    private void refuse(boolean wrong, int atRow, int atColumn, String key, Object... arguments) {
        Fault fault = new Fault(grid.cell(atRow, atColumn), Text.of(key, arguments));
        if (wrong && !faults.contains(fault) && faults.size() < 50) {
            faults.add(fault);
        }
    }
}
