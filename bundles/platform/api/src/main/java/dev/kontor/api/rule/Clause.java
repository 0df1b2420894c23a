package dev.kontor.api.rule;

/**
 * The clause a conclusion rests on: of the regulation, {@code 4.2}, or of a partner's own document,
 * {@code export-control 12}.
 */
public record Clause(String value) {

    public Clause {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A clause needs a number.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
