package dev.kontor.finance.invoice;

import dev.kontor.api.text.Text;

/**
 * The number of an invoice: 20 digits of a digital one (数电票), or a code of 10 or 12 digits and a number of 8.
 *
 * @param code empty for a digital invoice
 */
public record InvoiceNumber(String code, String number) {

    private static final String DIGITAL = "\\d{20}";

    public InvoiceNumber {
        if (!isOne(code, number)) {
            throw new IllegalArgumentException("An invoice has 20 digits, or a code of 10 or 12 and 8 (%s, %s).".formatted(code, number));
        }
    }

    static boolean isOne(String code, String number) {
        return code.isEmpty() ? number.matches(DIGITAL) : code.matches("\\d{10}(\\d{2})?") && number.matches("\\d{8}");
    }

    /** As people say it. */
    public Text words() {
        return Text.plain(toString());
    }

    @Override
    public String toString() {
        return code.isEmpty() ? number : code + " " + number;
    }
}
