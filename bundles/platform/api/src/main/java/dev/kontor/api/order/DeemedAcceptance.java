package dev.kontor.api.order;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A contract's term that goods count as accepted when the customer objects to nothing for so long after their arrival (视为验收). It
 * makes money due and delivers nothing.
 *
 * @param days at least 1; the day of the arrival is not counted
 * @param workingDays otherwise calendar days
 */
public record DeemedAcceptance(int days, boolean workingDays) {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,2})( working)?");

    public DeemedAcceptance {
        if (days < 1) {
            throw new IllegalArgumentException("Goods are deemed accepted after a day at least, not after %d.".formatted(days));
        }
    }

    /** As {@link #written}; empty for anything else. */
    public static Optional<DeemedAcceptance> of(String written) {
        Matcher read = FORM.matcher(written);
        return read.matches() ? Optional.of(new DeemedAcceptance(Integer.parseInt(read.group(1)), read.group(2) != null)) : Optional.empty();
    }

    /** {@code 10} or {@code 10 working}. */
    public String written() {
        return days + (workingDays ? " working" : "");
    }
}
