package dev.kontor.host.run;

import dev.kontor.api.text.Text;
import dev.kontor.host.inspect.Sentences;
import dev.kontor.host.shelf.KeptBundle;
import dev.kontor.host.shelf.State;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings in and starts versions that should run, and remembers why one does not. One thread tries; any may ask for a trouble. */
final class Trials {

    private static final Logger LOG = LoggerFactory.getLogger(Trials.class);
    private static final long AGAIN_S = 30;
    /** One of the two ends may have been somebody who killed the process. */
    private static final int ENDS_OF_ONE_THAT_RAN = 2;

    private final Lodging lodging;
    private final StartMark mark;
    private final Function<String, byte[]> contents;
    private final BiConsumer<KeptBundle, Optional<Text>> settle;
    private final Map<String, Text> troubles = new ConcurrentHashMap<>();
    private final Map<String, Long> triedAt = new HashMap<>();

    /**
     * @param contents jars, by digest
     * @param settle is told what came of a version's first start: nothing, or a trouble
     */
    Trials(Lodging lodging, StartMark mark, Function<String, byte[]> contents, BiConsumer<KeptBundle, Optional<Text>> settle) {
        this.lodging = lodging;
        this.mark = mark;
        this.contents = contents;
        this.settle = settle;
    }

    Optional<Text> trouble(String digest) {
        return Optional.ofNullable(troubles.get(digest));
    }

    /** Of others it is forgotten why they did not run. */
    void only(Collection<KeptBundle> wanted) {
        troubles.keySet().retainAll(wanted.stream().map(KeptBundle::digest).toList());
    }

    void quarantined(KeptBundle bundle, boolean is) {
        Text why = Text.of("host.quarantined", bundle.name());
        if (is) {
            troubles.put(bundle.digest(), why);
        } else {
            troubles.remove(bundle.digest(), why);
        }
    }

    /** @return whether any of them was started */
    boolean run(List<KeptBundle> wanted) {
        wanted.stream()
                .filter(each -> lodging.isBlocked(each.name()))
                .forEach(each -> troubles.putIfAbsent(each.digest(), Text.of("host.blocked", each.name())));
        Set<String> changed = new LinkedHashSet<>();
        for (KeptBundle each : wanted) {
            if (!lodging.has(each.name(), each.digest()) && due(each) && put(each)) {
                changed.add(each.name());
            }
        }
        if (!changed.isEmpty()) {
            lodging.refresh(changed);
        }
        boolean started = false;
        for (KeptBundle each : wanted) {
            boolean here = lodging.has(each.name(), each.digest());
            if (here && (changed.contains(each.name()) || unsettled(each) && due(each))) {
                started |= start(each);
            }
        }
        return started;
    }

    /** What was removed and approved again before anybody looked runs still, and is yet to be said to run. */
    private boolean unsettled(KeptBundle bundle) {
        return bundle.state() == State.APPROVED || !lodging.runs(bundle.name());
    }

    private boolean due(KeptBundle bundle) {
        long now = System.nanoTime();
        Long before = triedAt.get(bundle.digest());
        return !lodging.isBlocked(bundle.name()) && (before == null || now - before > TimeUnit.SECONDS.toNanos(AGAIN_S));
    }

    private boolean put(KeptBundle bundle) {
        if (mark.ended(bundle.digest()) >= (bundle.state() == State.APPROVED ? 1 : ENDS_OF_ONE_THAT_RAN)) {
            giveUp(bundle);
            return false;
        }
        try {
            lodging.put(bundle.name(), bundle.digest(), contents.apply(bundle.digest()));
            return true;
        } catch (Trouble trouble) {
            failed(bundle, trouble);
            return false;
        }
    }

    private boolean start(KeptBundle bundle) {
        try {
            mark.during(bundle.digest(), () -> lodging.start(bundle.name()));
            troubles.remove(bundle.digest());
            triedAt.remove(bundle.digest());
            LOG.info("{} {} runs.", bundle.name(), bundle.version());
            if (bundle.state() == State.APPROVED) {
                settle.accept(bundle, Optional.empty());
            }
            return true;
        } catch (Trouble trouble) {
            failed(bundle, trouble);
            return false;
        }
    }

    /** Its start ended the platform, and would again. */
    private void giveUp(KeptBundle bundle) {
        Text why = Text.of(bundle.state() == State.APPROVED ? "host.ended-the-platform" : "host.ended-again", bundle.name());
        LOG.warn("{} {} is not started again: {}", bundle.name(), bundle.version(), Sentences.ENGLISH.say(why));
        settle.accept(bundle, Optional.of(why));
        mark.settled();
    }

    /** One that was tried for the first time is given up; one that ran before is tried again now and then. */
    private void failed(KeptBundle bundle, Trouble trouble) {
        LOG.warn("{} {} does not start.", bundle.name(), bundle.version(), trouble);
        troubles.put(bundle.digest(), trouble.words());
        triedAt.put(bundle.digest(), System.nanoTime());
        if (bundle.state() == State.APPROVED) {
            settle.accept(bundle, Optional.of(trouble.words()));
        }
    }
}
