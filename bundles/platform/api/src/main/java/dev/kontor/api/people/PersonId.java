package dev.kontor.api.people;

/** The sign-in name of a person, in lower case. {@link #SYSTEM} acts for the platform itself. */
public record PersonId(String value) {

    public static final PersonId SYSTEM = new PersonId("system");

    public PersonId {
        if (!value.matches("[a-z][a-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("The sign-in name (%s) must be lower-case letters, digits, . _ -".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
