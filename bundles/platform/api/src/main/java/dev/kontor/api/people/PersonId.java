package dev.kontor.api.people;

import java.util.regex.Pattern;

/** The sign-in name of a person, in lower case. {@link #SYSTEM} acts for the platform itself; no account has its name. */
public record PersonId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9._-]{0,63}");

    public static final PersonId SYSTEM = new PersonId("kontor");

    public PersonId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("The sign-in name (%s) must be lower-case letters, digits, . _ -".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
