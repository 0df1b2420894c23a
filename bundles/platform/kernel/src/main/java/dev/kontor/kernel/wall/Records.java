package dev.kontor.kernel.wall;

import dev.kontor.api.wall.Wall.Failure;
import dev.kontor.kernel.rows.Bell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What failed behind the wall, and the strikes that are yet to be kept in the store. */
final class Records {

    private static final Logger LOG = LoggerFactory.getLogger(Records.class);
    private static final int LONGEST = 300;

    /** A failure after which a bundle is left alone. */
    record Strike(String bundle, Failure failure) {}

    private final Ticks ticks;
    private final Queue<Strike> fresh = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> kept = new ConcurrentHashMap<>();
    private final Bell bell = new Bell();

    Records(Ticks ticks) {
        this.ticks = ticks;
    }

    /** Rings when there is a strike to be kept. */
    Bell bell() {
        return bell;
    }

    /** @return by what it is found in the log and on the page */
    String failed(Bulkhead bulkhead, String call, Throwable thrown, boolean severe) {
        String reference = reference();
        String words = Fault.words(thrown);
        Failure failure = new Failure(ticks.now(), call, words.substring(0, Math.min(words.length(), LONGEST)), reference);
        if (severe && Fault.canSay(thrown)) {
            LOG.error("Reference {}: {} of {} failed, and badly.", reference, call, bulkhead.owner().name(), thrown);
        } else { // whoever called tells the whole of it
            LOG.warn("Reference {}: {} of {} failed: {}", reference, call, bulkhead.owner().name(), failure.what());
        }
        if (bulkhead.failed(failure, severe, ticks.nanos())) {
            fresh.add(new Strike(bulkhead.owner().name(), failure));
            bell.ring();
        }
        return reference;
    }

    /** A call that nobody waited for any more has come to its end. */
    void cameBack(Bulkhead bulkhead, String call, String reference, long late) {
        String words = "It came back %d s after it was given up.".formatted(TimeUnit.NANOSECONDS.toSeconds(late));
        LOG.warn("Reference {}: {} of {} was late. {}", reference, call, bulkhead.owner().name(), words);
        bulkhead.add(reference, words);
    }

    /** A call that ends the process: nobody is told but who reads the log. */
    void ended(Passage.Frame frame) {
        LOG.error("The process ends because {} asked for it in {}, {} s after it was called.", frame.bulkhead().owner().name(), frame.call(),
                TimeUnit.NANOSECONDS.toSeconds(ticks.nanos() - frame.began()));
    }

    private static String reference() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    List<Strike> take() {
        List<Strike> taken = new ArrayList<>();
        for (Strike next = fresh.poll(); next != null; next = fresh.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** Could not be kept now. */
    void back(List<Strike> strikes) {
        fresh.addAll(strikes);
    }

    Instant now() {
        return ticks.now();
    }

    void keep(Map<String, Integer> strikes) {
        kept.keySet().retainAll(strikes.keySet());
        kept.putAll(strikes);
    }

    /** As the store knows them, and those on the way there. */
    int strikes(String bundle) {
        return kept.getOrDefault(bundle, 0) + (int) fresh.stream().filter(each -> each.bundle().equals(bundle)).count();
    }
}
