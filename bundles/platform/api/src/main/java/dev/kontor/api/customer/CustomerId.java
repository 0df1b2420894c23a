package dev.kontor.api.customer;

/** The key of a customer, {@code C-00042} or the code it had where it came from. */
public record CustomerId(String value) {

    public CustomerId {
        if (!value.matches("[A-Z0-9][A-Z0-9-]{0,31}")) {
            throw new IllegalArgumentException("The customer id (%s) must be capitals, digits and -.".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
