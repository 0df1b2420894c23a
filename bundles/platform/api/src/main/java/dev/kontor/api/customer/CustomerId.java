package dev.kontor.api.customer;

import java.util.regex.Pattern;

/** The key of a customer, {@code C-00042} or the code it had where it came from. */
public record CustomerId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,31}");

    public CustomerId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("The customer id (%s) must be capitals, digits and -.".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
