package dev.kontor.kernel.form;

import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/** Brings one typed value into the form in which commands see it. */
final class Typed {

    /** UTF-16 units, which is what the narrower of the stores counts. */
    static final int LINE = 200;
    static final int PARAGRAPHS = 20_000;
    static final int FILE = 262_144;
    static final int HIDDEN = 2_000;

    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
    private static final int MOST_INTEGER_DIGITS = 15;
    private static final int MOST_DECIMALS = 6;
    private static final Set<String> YES = Set.of("yes", "true", "on", "1");
    private static final Set<String> NO = Set.of("no", "false", "off", "0");

    private Typed() {}

    static String line(String typed, int most) throws NotSo {
        String line = typed.strip();
        if (line.codePoints().anyMatch(Character::isISOControl)) {
            throw new NotSo(Text.of("form.control"));
        }
        return storable(line, most);
    }

    static String paragraphs(String typed, int most) throws NotSo {
        String text = typed.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (text.codePoints().anyMatch(point -> Character.isISOControl(point) && point != '\n' && point != '\t')) {
            throw new NotSo(Text.of("form.control"));
        }
        return storable(text, most);
    }

    /** Exactly as typed: a space can be part of it. */
    static String password(String typed) throws NotSo {
        if (typed.codePoints().anyMatch(Character::isISOControl)) {
            throw new NotSo(Text.of("form.control"));
        }
        return storable(typed, LINE);
    }

    /** Full-width digits are digits; commas may group thousands and nothing else. */
    static String number(String typed) throws NotSo {
        String plain = halfWidth(typed);
        if (plain.contains(",")) {
            if (!plain.matches("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
                throw new NotSo(Text.of("form.number"));
            }
            plain = plain.replace(",", "");
        }
        if (!plain.matches("[+-]?\\d{1,40}(\\.\\d{1,40})?")) {
            throw new NotSo(Text.of("form.number"));
        }
        BigDecimal number = new BigDecimal(plain);
        if (number.precision() - number.scale() > MOST_INTEGER_DIGITS || number.scale() > MOST_DECIMALS) {
            throw new NotSo(Text.of("form.number-size", MOST_INTEGER_DIGITS, MOST_DECIMALS));
        }
        return number.toPlainString();
    }

    static String amount(String typed) throws NotSo {
        String number = number(typed);
        int point = number.indexOf('.');
        if (point >= 0 && number.length() - point > 3) {
            throw new NotSo(Text.of("form.amount"));
        }
        return number;
    }

    static String day(String typed) throws NotSo {
        LocalDate day;
        try {
            day = LocalDate.parse(halfWidth(typed));
        } catch (DateTimeException e) {
            throw new NotSo(Text.of("form.date"));
        }
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw new NotSo(Text.of("form.date-range", FIRST_DAY.getYear(), LAST_DAY.getYear()));
        }
        return day.toString();
    }

    static String yesNo(String typed) throws NotSo {
        String word = typed.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return "yes";
        }
        if (NO.contains(word)) {
            return "no";
        }
        throw new NotSo(Text.of("form.yes-no"));
    }

    /** A lone half of a surrogate pair cannot be written as UTF-8, so no store takes it. */
    private static String storable(String text, int most) throws NotSo {
        if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw new NotSo(Text.of("form.control"));
        }
        if (text.length() > most) {
            throw new NotSo(Text.of("form.length", most));
        }
        return text;
    }

    /** Also the minus sign and the comma as Chinese input methods write them. */
    private static String halfWidth(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replace('\u2212', '-').replace('，', ',');
    }
}
