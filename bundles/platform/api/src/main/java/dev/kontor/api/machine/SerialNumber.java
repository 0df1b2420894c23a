package dev.kontor.api.machine;

import java.util.Locale;
import java.util.regex.Pattern;

/** The number that one machine carries on its plate (序列号); of a company, no two machines carry the same. */
public record SerialNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9./-]{0,39}");

    public SerialNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("The serial number (%s) must be 1 to 40 capitals, digits and . / -".formatted(value));
        }
    }

    /** As somebody typed it: space around it and lower case make no difference. */
    public static boolean isOne(String typed) {
        return FORM.matcher(typed.strip().toUpperCase(Locale.ROOT)).matches();
    }

    /** @throws IllegalArgumentException when it {@linkplain #isOne is none} */
    public static SerialNumber of(String typed) {
        return new SerialNumber(typed.strip().toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
