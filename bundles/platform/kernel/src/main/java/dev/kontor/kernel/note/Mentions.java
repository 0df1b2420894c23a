package dev.kontor.kernel.note;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.order.OrderRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whom a note calls by an @ and a sign-in name or a name, {@code @wu} or {@code @吴迪}. */
@Component(service = Mentions.class)
public final class Mentions {

    /** An @ inside a word is a mail address. */
    private static final Pattern AT = Pattern.compile("(?<![\\p{Alnum}._-])@(?=[\\p{L}])");
    private static final Pattern SIGN_IN = Pattern.compile("[a-z][a-z0-9._-]{0,63}");

    private final Accounts accounts;
    private final OrderRows orders;

    @Activate
    public Mentions(@Reference Accounts accounts, @Reference OrderRows orders) {
        this.accounts = accounts;
        this.orders = orders;
    }

    /**
     * The people that the words call.
     *
     * @throws Refused at the field, naming each that is nobody here or may not see the order
     */
    Set<PersonId> in(String words, OrderNumber order, String field) {
        Set<PersonId> called = new LinkedHashSet<>();
        List<Refused.Gap> gaps = new ArrayList<>();
        List<Accounts.Account> known = accounts.accounts().stream().filter(Accounts.Account::enabled).toList();
        Matcher at = AT.matcher(words);
        while (at.find()) {
            String rest = words.substring(at.end());
            List<PersonId> found = named(rest, known);
            if (found.size() > 1) {
                gaps.add(new Refused.Gap(field, Text.of("kernel.note.several", shown(rest))));
            } else if (found.isEmpty() || !sees(found.get(0), order)) {
                gaps.add(new Refused.Gap(field, Text.of("kernel.note.nobody", shown(rest))));
            } else {
                called.add(found.get(0));
            }
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        return called;
    }

    /** By sign-in name, else by the longest name that the words go on with: Chinese puts no space behind it. */
    private static List<PersonId> named(String rest, List<Accounts.Account> known) {
        Matcher signIn = SIGN_IN.matcher(rest);
        if (signIn.lookingAt()) {
            String name = signIn.group().replaceFirst("[._-]+$", "");
            Optional<PersonId> exact =
                    known.stream().map(Accounts.Account::id).filter(id -> id.value().equals(name)).findFirst();
            if (exact.isPresent()) {
                return List.of(exact.get());
            }
        }
        int longest = known.stream().map(Accounts.Account::name).filter(name -> !name.isBlank() && rest.startsWith(name))
                .map(String::length).max(Comparator.naturalOrder()).orElse(0);
        return known.stream()
                .filter(account -> longest > 0 && account.name().length() == longest && rest.startsWith(account.name()))
                .map(Accounts.Account::id)
                .toList();
    }

    private boolean sees(PersonId id, OrderNumber order) {
        return accounts.person(id).filter(person -> mayKnow(person, order)).isPresent();
    }

    private boolean mayKnow(Person person, OrderNumber order) {
        return orders.seen(order, person).isPresent();
    }

    /** What was typed behind the @, as far as a name goes. */
    private static String shown(String rest) {
        Matcher name = Pattern.compile("[\\p{L}\\p{N}._-]{1,30}").matcher(rest);
        return name.lookingAt() ? name.group() : "";
    }
}
