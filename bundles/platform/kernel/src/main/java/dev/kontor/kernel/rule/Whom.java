package dev.kontor.kernel.rule;

import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Conclusion.Penalty;
import dev.kontor.api.rule.Conclusion.Remind;
import dev.kontor.api.rule.Conclusion.Violation;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whom a conclusion speaks of, as people call them: a person by name, a role by its title. What was decided with is the sign-in name
 * or the role's own, and stays in the record.
 */
public final class Whom {

    private final Supplier<Optional<Accounts>> accounts;
    private final Supplier<Optional<Texts>> texts;

    public Whom(Supplier<Optional<Accounts>> accounts, Supplier<Optional<Texts>> texts) {
        this.accounts = accounts;
        this.texts = texts;
    }

    /** The reason, with whom it speaks of in that language; as it is where nobody is known by that. */
    Reason called(Conclusion conclusion, Locale language) {
        Reason reason = conclusion.reason();
        return who(conclusion)
                .flatMap(subject -> name(subject).or(() -> title(subject, language)))
                .map(name -> new Reason(reason.key(), reason.arguments().stream().map(each -> each.equals(conclusion.subject()) ? name : each).toList()))
                .orElse(reason);
    }

    /** Only these conclude about somebody; the subject of the others is a thing of the department's own. */
    private static Optional<String> who(Conclusion conclusion) {
        return conclusion instanceof Violation || conclusion instanceof Penalty || conclusion instanceof Remind
                ? Optional.of(conclusion.subject()).filter(subject -> subject.matches("[a-z][a-z0-9._-]{0,63}")) // a department's is none
                : Optional.empty();
    }

    private Optional<String> name(String person) {
        return accounts.get().flatMap(known -> known.person(new PersonId(person))).map(Person::name);
    }

    private Optional<String> title(String role, Locale language) {
        return texts.get().flatMap(known -> known.find("role." + role, language));
    }
}
