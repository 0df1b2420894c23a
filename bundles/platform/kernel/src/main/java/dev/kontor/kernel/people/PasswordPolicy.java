package dev.kontor.kernel.people;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.util.Locale;

/** What a password must be: long, and not the name. No rules about kinds of characters: they make passwords worse. */
final class PasswordPolicy {

    static final int SHORTEST = 10;

    private PasswordPolicy() {}

    static void check(String field, String password, PersonId of) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw Refused.at(field, Text.of("kernel.password.short", SHORTEST));
        }
        if (password.toLowerCase(Locale.ROOT).contains(of.value()) || password.codePoints().distinct().count() < 4) {
            throw Refused.at(field, Text.of("kernel.password.simple"));
        }
    }
}
