package dev.kontor.finance.penalty;

import dev.kontor.api.text.Text;
import java.util.Arrays;
import java.util.Locale;

/** Who is late, and so who owes the penalty. */
public enum Side {
    /** The company delivers late: it owes the customer. */
    LATE_DELIVERY,
    /** The customer pays late: it owes the company. */
    LATE_PAYMENT;

    /** As forms, rows and rules say it, {@code late-delivery}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Side of(String value) {
        return Arrays.stream(values()).filter(each -> each.value().equals(value)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such side (%s).".formatted(value)));
    }

    public Text words() {
        return Text.of("finance.penalty.side." + value());
    }
}
