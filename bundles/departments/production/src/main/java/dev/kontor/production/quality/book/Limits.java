package dev.kontor.production.quality.book;

import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Between what a measured value must lie, both limits included. A characteristic without limits is looked at and found
 * right or wrong.
 */
public record Limits(Optional<BigDecimal> lower, Optional<BigDecimal> upper) {

    public Limits {
        if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) > 0) {
            throw new IllegalArgumentException("The lower limit (%s) is above the upper one (%s).".formatted(lower.get(), upper.get()));
        }
    }

    public boolean measurable() {
        return lower.isPresent() || upper.isPresent();
    }

    public boolean hold(BigDecimal measured) {
        return lower.filter(limit -> measured.compareTo(limit) < 0).isEmpty()
                && upper.filter(limit -> measured.compareTo(limit) > 0).isEmpty();
    }

    /** @param unit may be empty */
    public Text words(String unit) {
        return measurable() ? Text.plain(range(unit)) : Text.of("production.quality.by-eye");
    }

    public String range(String unit) {
        String low = lower.map(Limits::plain).orElse("");
        String high = upper.map(Limits::plain).orElse("");
        String range = lower.isEmpty() ? "≤ " + high : upper.isEmpty() ? "≥ " + low : low + " – " + high;
        return (range + " " + unit).strip();
    }

    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
