package dev.kontor.kernel.people;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** The account that a command is about: carried along when the page knows it, asked for when not. */
final class Subject {

    private static final String CARRIED = "subject";
    private static final String ASKED = "person";

    private Subject() {}

    static Field field(String subject) {
        return subject.isEmpty()
                ? Field.text(ASKED, Text.of("kernel.account.person")).suggesting("person")
                : Field.hidden(CARRIED);
    }

    static Values initial(String subject) {
        return subject.isEmpty() ? Values.NONE : new Values(Map.of(CARRIED, subject));
    }

    static String at(Values values) {
        return values.has(CARRIED) ? CARRIED : ASKED;
    }

    static PersonId id(Values values) {
        return id(values, at(values));
    }

    /** The name typed into a field, as names are kept. */
    static PersonId id(Values values, String field) {
        String typed = Normalizer.normalize(values.text(field), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (!typed.matches("[a-z][a-z0-9._-]{0,63}")) {
            throw Refused.at(field, Text.of("kernel.account.id-form"));
        }
        return new PersonId(typed);
    }

    static StoredAccount account(Books books, Values values, String field) {
        return books.accounts()
                .account(id(values, field))
                .orElseThrow(() -> Refused.at(field, Text.of("kernel.account.unknown", values.text(field))));
    }

    static StoredAccount account(Books books, Values values) {
        return account(books, values, at(values));
    }
}
