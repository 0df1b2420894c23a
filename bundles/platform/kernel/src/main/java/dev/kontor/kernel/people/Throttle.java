package dev.kontor.kernel.people;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Makes guessing slow: after some failures each further try has to wait, longer every time up to a limit. Nobody is ever
 * locked out: for a name alone, which a stranger can spoil for its owner, the limit is a few seconds.
 */
final class Throttle {

    private static final int MOST_KEYS = 20_000;
    private static final long SECOND = 1_000_000_000L;
    private static final long FORGET = 900 * SECOND;

    private final LongSupplier nanos;
    private final Map<String, Tries> tries = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_KEYS;
        }
    };

    private record Tries(int count, long until) {}

    /** @param free tries without a pause; {@code most} the longest pause in seconds */
    private record Rule(String key, int free, int most) {}

    /** @param nanos a clock that only grows */
    Throttle(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** How long to wait before a try; zero when it may go on, and then it counts until {@link #succeeded}. */
    synchronized Duration enter(String name, String address) {
        long now = nanos.getAsLong();
        long wait = 0;
        for (Rule rule : rules(name, address)) {
            Tries known = tries.get(rule.key());
            wait = Math.max(wait, known == null ? 0 : known.until() - now);
        }
        if (wait > 0) {
            return Duration.ofNanos(wait);
        }
        rules(name, address).forEach(rule -> count(rule, now));
        return Duration.ZERO;
    }

    synchronized void succeeded(String name, String address) {
        List<Rule> rules = rules(name, address);
        tries.remove(rules.get(0).key());
        tries.remove(rules.get(1).key());
        tries.computeIfPresent(rules.get(2).key(), (key, known) -> new Tries(known.count() - 1, known.until()));
    }

    private void count(Rule rule, long now) {
        Tries known = tries.getOrDefault(rule.key(), new Tries(0, now));
        int count = now - known.until() > FORGET ? 1 : known.count() + 1;
        int over = Math.min(count - rule.free(), 10);
        long pause = over <= 0 ? 0 : Math.min(rule.most(), 1L << (over - 1)) * SECOND;
        tries.put(rule.key(), new Tries(count, now + pause));
    }

    private static List<Rule> rules(String name, String address) {
        return List.of(
                new Rule("both " + name + " " + address, 3, 60),
                new Rule("name " + name, 20, 5),
                new Rule("from " + address, 30, 60));
    }
}
