package dev.kontor.finance.invoice;

import dev.kontor.api.text.Text;
import java.util.Arrays;
import java.util.Locale;

/** The kinds of invoices that the tax platform knows. */
public enum InvoiceKind {
    /** The customer may deduct its tax (专票). */
    SPECIAL,
    ORDINARY,
    /** Takes back an earlier invoice, or part of it (红字). */
    RED_LETTER;

    /** As forms and rows say it, {@code red-letter}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static InvoiceKind of(String value) {
        return Arrays.stream(values()).filter(each -> each.value().equals(value)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no kind of invoice (%s).".formatted(value)));
    }

    public Text words() {
        return Text.of("finance.invoice.kind." + value());
    }
}
