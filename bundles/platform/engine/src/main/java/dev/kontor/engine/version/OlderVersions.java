package dev.kontor.engine.version;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.cases.RuleSetCheck;
import dev.kontor.engine.compile.CompiledSet;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.ReasonTexts;
import dev.kontor.engine.version.KeptVersion.State;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Versions that are not active but still judge, for rounds that began with them, decisions executed again and proposed
 * versions that are tried, or are still read: decisions are told in the words of their version. The store has them all. Thread-safe.
 */
final class OlderVersions {

    private static final int MOST_JUDGING = 8;
    private static final int MOST_TOLD = 64;

    /** What it takes to tell what a version said: nothing is linked or compiled for it. */
    record Told(ReasonTexts texts, CompiledSet compiled) {

        static Told of(DecidingSet set) {
            return new Told(set.texts(), set.compiled());
        }
    }

    private final VersionShelf shelf;
    private final Desk desk;
    private final RuleSetCheck check;
    private final Latest<DecidingSet> judging = new Latest<>(MOST_JUDGING);
    private final Latest<Told> told = new Latest<>(MOST_TOLD);

    OlderVersions(VersionShelf shelf, Desk desk, RuleSetCheck check) {
        this.shelf = shelf;
        this.desk = desk;
        this.check = check;
    }

    /** Who has just been told to ask it still may. */
    void keep(DecidingSet set) {
        judging.put(set.version(), set);
    }

    Optional<DecidingSet> known(SetVersion version) {
        return judging.find(version);
    }

    void relink() {
        judging.replaceAll(set -> set.linked(check));
    }

    /** @throws CannotDecide when it never passed its check or cannot be used any more */
    DecidingSet find(SetVersion version) {
        return judging.get(version, this::restored);
    }

    /** @throws CannotDecide when it never passed its check or cannot be read any more */
    Told told(SetVersion version) {
        return told.get(version, wanted -> {
            KeptVersion kept = kept(wanted);
            try {
                CompiledSet compiled = CompiledSet.of(kept.classes());
                return new Told(ReasonTexts.parse(compiled.whole(kept.ruleSet()), new Problems()), compiled);
            } catch (IOException unreadable) {
                throw unusable(wanted, unreadable);
            }
        });
    }

    private DecidingSet restored(SetVersion version) {
        try {
            return DecidingSet.of(kept(version), check);
        } catch (IOException unusable) {
            throw unusable(version, unusable);
        }
    }

    private KeptVersion kept(SetVersion version) {
        return desk.read(() -> shelf.find(version.set(), version.digest()))
                .filter(row -> row.number() > 0 || row.state() == State.PROPOSED || row.state() == State.SCHEDULED)
                .orElseThrow(() -> new CannotDecide("There is no version %s of %s.".formatted(version.digest(), version.set())));
    }

    private static CannotDecide unusable(SetVersion version, IOException why) {
        return new CannotDecide("The version %s of %s cannot be used.".formatted(version.digest(), version.set()), why);
    }

    /** The values used last, by the version they belong to. */
    private static final class Latest<T> {

        private final Map<String, T> values;

        Latest(int most) {
            values = new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                    return size() > most;
                }
            };
        }

        /** Made outside of the lock, at worst twice: nobody waits for another's version. */
        T get(SetVersion version, Function<SetVersion, T> made) {
            synchronized (this) {
                T known = values.get(key(version));
                if (known != null) {
                    return known;
                }
            }
            T fresh = made.apply(version);
            put(version, fresh);
            return fresh;
        }

        synchronized Optional<T> find(SetVersion version) {
            return Optional.ofNullable(values.get(key(version)));
        }

        synchronized void put(SetVersion version, T value) {
            values.put(key(version), value);
        }

        synchronized void replaceAll(UnaryOperator<T> how) {
            values.replaceAll((key, value) -> how.apply(value));
        }

        private static String key(SetVersion version) {
            return version.set() + "@" + version.digest() + "#" + version.number();
        }
    }
}
