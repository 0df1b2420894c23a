package dev.kontor.console.text;

import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.console.Tracked;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Names of people by their sign-in names, remembered for a minute. */
final class Names implements AutoCloseable {

    private static final long REMEMBERED_NS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST = 5_000;

    private record Known(String name, long since) {}

    private final Tracked<Accounts> accounts;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Names(Tracked<Accounts> accounts) {
        this.accounts = accounts;
    }

    String of(String id) {
        Known found = known.get(id);
        if (found != null && System.nanoTime() - found.since() < REMEMBERED_NS) {
            return found.name();
        }
        if (known.size() > MOST) {
            known.clear();
        }
        String name = ask(id);
        known.put(id, new Known(name, System.nanoTime()));
        return name;
    }

    private String ask(String id) {
        if (!id.matches("[a-z][a-z0-9._-]{0,63}")) {
            return id;
        }
        return accounts.first().flatMap(found -> found.person(new PersonId(id))).map(Person::name).orElse(id);
    }

    @Override
    public void close() {
        accounts.close();
    }
}
