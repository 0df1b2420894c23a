package dev.kontor.kernel.rule;

import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Conclusion.Penalty;
import dev.kontor.api.rule.Conclusion.Remind;
import dev.kontor.api.rule.Conclusion.Violation;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whom and what a conclusion speaks of, as people call them: a person by name, a role by its title, what a task is about in words. What
 * was decided with is the sign-in name, the role's own or the task's subject, and stays in the record.
 */
public final class Whom {

    private final Supplier<Optional<Accounts>> accounts;
    private final Supplier<Optional<Texts>> texts;

    public Whom(Supplier<Optional<Accounts>> accounts, Supplier<Optional<Texts>> texts) {
        this.accounts = accounts;
        this.texts = texts;
    }

    /** The reason, with whom and what it speaks of in that language; as it is where nobody and nothing is known by that. */
    Reason called(Concluded concluded, Locale language) {
        Conclusion conclusion = concluded.conclusion();
        Reason reason = conclusion.reason();
        Optional<String> who = who(conclusion).flatMap(subject -> name(subject).or(() -> title(subject, language)));
        boolean ofTask = concluded.set().set().endsWith("/deadlines");
        return new Reason(reason.key(), reason.arguments().stream()
                .map(each -> who.isPresent() && each.equals(conclusion.subject()) ? who.get() : ofTask ? subject(each, language) : each)
                .toList());
    }

    /** What rules about deadlines are given in several words is a task's subject, {@code SN-1 present incoming}. */
    private Object subject(Object argument, Locale language) {
        return argument instanceof String words && words.contains(" ")
                ? texts.get().<Object>map(known -> known.say(Text.of("console.subject-of", words), language)).orElse(words)
                : argument;
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
