package dev.kontor.api.order;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A contract's number as it stands on the paper.
 *
 * <p>Two numbers are the same contract when their {@link #canonical()} forms are equal: case, spaces and full-width
 * characters do not make a difference.
 *
 * @param written as on the paper, without leading or trailing space; 1 to 64 characters
 */
public record ContractNumber(String written) {

    private static final Pattern NO_DIFFERENCE = Pattern.compile("[\\p{Z}\\s\\p{Cf}]");

    public ContractNumber {
        written = written.strip();
        if (written.isEmpty() || written.length() > 64 || canonical(written).isEmpty()) {
            throw new IllegalArgumentException("A contract number (%s) has 1 to 64 characters.".formatted(written));
        }
    }

    public String canonical() {
        return canonical(written);
    }

    /** The form in which case, spaces and full-width characters make no difference. */
    static String canonical(String written) {
        return NO_DIFFERENCE.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC)).replaceAll("").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return written;
    }
}
