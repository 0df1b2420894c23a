package dev.kontor.host.shelf;

import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.host.inspect.Inspection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/** What the platform's own thread found, laid ready for the platform's own commands, which are asked by digest. Thread-safe. */
@Component(service = Handover.class)
public final class Handover {

    private static final Person PLATFORM = new Person(PersonId.SYSTEM, "Kontor", Set.of(Role.SYSTEM_ADMINISTRATOR), "en");

    /** A jar in the folder. @param jar empty when it was not let in */
    public record Found(Inspection inspection, String file, byte[] jar) {}

    private final Map<String, Found> found = new ConcurrentHashMap<>();
    private final Map<String, Tried> tried = new ConcurrentHashMap<>();

    /**
     * What the start of a jar came to.
     *
     * @param was its state when it was tried: when it is another by now, somebody else has settled it
     * @param trouble why it did not start; empty: it runs
     */
    public record Tried(State was, Optional<Text> trouble) {}

    /** A command that the platform asks for itself. */
    public static Request asks(String command, String digest) {
        return new Request(PLATFORM, command, Optional.empty(), Optional.empty(), -1, new Values(Map.of("bundle", digest)), "");
    }

    public void found(Found jar) {
        found.put(jar.inspection().digest(), jar);
    }

    public Optional<Found> found(String digest) {
        return Optional.ofNullable(found.get(digest));
    }

    public void done(String digest) {
        found.remove(digest);
    }

    public void tried(String digest, Tried outcome) {
        tried.put(digest, outcome);
    }

    /** Empty: it was not tried here. */
    public Optional<Tried> outcome(String digest) {
        return Optional.ofNullable(tried.get(digest));
    }
}
