package dev.kontor.api.people;

/** The sign-in name of a person, in lower case. {@link #SYSTEM} acts for the platform itself; no account has its name. */
public record PersonId(String value) {

    public static final PersonId SYSTEM = new PersonId("kontor");

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
