package dev.kontor.engine.version;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets versions begin at the start of their day, each in a command of its own. What is due stands in the store, so it does
 * not matter how often, or on how many nodes, somebody looks. One thread.
 */
final class DueVersions {

    private static final Logger LOG = LoggerFactory.getLogger(DueVersions.class);
    private static final long PAUSE_S = 30;

    private final VersionList list;
    private final Desk desk;
    private final Clock clock;
    private final Map<String, Long> pausedUntil = new HashMap<>();

    DueVersions(VersionList list, Desk desk, Clock clock) {
        this.list = list;
        this.desk = desk;
        this.clock = clock;
    }

    void look() {
        for (KeptVersion due : list.due(clock.today())) {
            if (pausedUntil.getOrDefault(due.digest(), Long.MIN_VALUE) <= seconds()) {
                begin(due);
            }
        }
    }

    private void begin(KeptVersion due) {
        try {
            desk.submit(new Request(FolderDoor.SYSTEM, ActivateDue.NAME, Optional.empty(), Optional.empty(), -1,
                    new Values(Map.of("set", due.set(), "digest", due.digest())), ""));
            pausedUntil.remove(due.digest());
        } catch (Refused notNow) {
            LOG.info("{} {} is due and begins later: {}", due.set(), due.version().shortDigest(), notNow.getMessage());
            pausedUntil.put(due.digest(), seconds() + PAUSE_S);
        } catch (RuntimeException failed) { // the store is away, or it is a defect: other versions begin all the same
            LOG.error("{} {} is due and could not begin.", due.set(), due.version().shortDigest(), failed);
            pausedUntil.put(due.digest(), seconds() + PAUSE_S);
        }
    }

    private static long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
    }
}
