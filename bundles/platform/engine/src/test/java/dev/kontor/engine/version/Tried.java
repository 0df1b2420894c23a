package dev.kontor.engine.version;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Replays;
import dev.kontor.api.rule.SetVersion;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The reports that there are of versions; tests put them here. */
final class Tried {

    private final Map<String, Replays.Replay> reports = new HashMap<>();

    /** @param department empty for all */
    void on(String set, String digest, LocalDate from, LocalDate to, Optional<String> department) {
        reports.put(set + digest, new Replays.Replay(
                "r-1", new SetVersion(set, 0, digest),
                new Replays.Scope(from, to, Optional.empty(), department, Optional.empty(), false, false, Optional.empty()),
                Replays.State.DONE, 7, 7, 2, 0, new PersonId("rules"), Instant.EPOCH, Optional.empty(), "d"));
    }

    /** Knows the latest report and nothing else. */
    Replays replays() {
        return (Replays) Proxy.newProxyInstance(Replays.class.getClassLoader(), new Class<?>[] {Replays.class},
                (proxy, method, arguments) -> Optional.ofNullable(reports.get(arguments[0].toString() + arguments[1])));
    }
}
