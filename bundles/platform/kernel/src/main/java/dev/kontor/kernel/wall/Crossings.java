package dev.kontor.kernel.wall;

import dev.kontor.store.StoreFailed;
import dev.kontor.store.Transactions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Gives work to a thread of a bundle and waits for it, no longer than each call on the way may take. */
final class Crossings {

    private static final int ROUNDS = 4;
    private static final int PATIENCE_WITH_STORE = 3;
    /** What one look may count for, as a part of the limit: when it comes later than that, the machine ran nobody. */
    private static final int LOOKS = 10;

    private final Transactions transactions;
    private final Limits limits;
    private final Ticks ticks;
    private final Records records;

    Crossings(Transactions transactions, Limits limits, Ticks ticks, Records records) {
        this.transactions = transactions;
        this.limits = limits;
        this.ticks = ticks;
        this.records = records;
    }

    /** Repeated without the bundles that do not come back. */
    <R> R reading(Bulkhead bulkhead, Supplier<R> reading) {
        Set<Bulkhead> without = new HashSet<>();
        for (int round = 1; ; round++) {
            try {
                return cross(bulkhead, without, reading);
            } catch (Again again) {
                without.add(again.without());
            } catch (TookTooLong late) {
                if (late.blamed() == bulkhead || !without.add(late.blamed()) || round == ROUNDS) {
                    throw late.blamed().late();
                }
            }
        }
    }

    <R> R once(Bulkhead bulkhead, Supplier<R> work) {
        try {
            return cross(bulkhead, Set.of(), work);
        } catch (TookTooLong late) {
            throw late.blamed().late();
        } catch (Again spoilt) {
            throw spoilt.without().late();
        }
    }

    private <R> R cross(Bulkhead bulkhead, Set<Bulkhead> without, Supplier<R> work) {
        bulkhead.mustBeReachable();
        Crossing<R> crossing = new Crossing<>(new Passage(without), work);
        long looked = ticks.nanos();
        bulkhead.start(crossing);
        while (!crossing.ended(ticks.look(limits.call()))) {
            long now = ticks.nanos();
            crossing.passage().excuse(now, now - looked - limits.call().toNanos() / LOOKS);
            looked = now;
            overdue(crossing, now).ifPresent(frame -> goOnWithout(crossing, frame));
        }
        return ended(bulkhead, crossing);
    }

    /** Whoever waits for the database is not to blame for it, and has more time; but not for ever. */
    private Optional<Passage.Frame> overdue(Crossing<?> crossing, long now) {
        long call = limits.call().toNanos();
        Optional<Passage.Frame> overdue = crossing.passage().overdue(now, call);
        return overdue.isPresent() && Fault.isInStore(crossing.thread().getStackTrace())
                ? crossing.passage().overdue(now, PATIENCE_WITH_STORE * call)
                : overdue;
    }

    /** One that is just being committed is waited for after all. */
    private void goOnWithout(Crossing<?> crossing, Passage.Frame frame) {
        Bulkhead blamed = frame.bulkhead();
        TookTooLong late = new TookTooLong(blamed, frame.call(), crossing.thread());
        if (!crossing.leave()) {
            return;
        }
        crossing.passage().goOnWithout(true); // first: what the thread throws when it is interrupted is no failure more
        if (transactions.giveUp(crossing.thread())) {
            long left = ticks.nanos();
            String reference = records.failed(blamed, frame.call(), late, !Fault.isInStore(late.getStackTrace()));
            crossing.hangs(blamed, () -> records.cameBack(blamed, frame.call(), reference, ticks.nanos() - left));
            throw late;
        }
        crossing.passage().goOnWithout(false);
    }

    /** What the store says only in the end is counted for who was at it, or whose work it was. */
    private <R> R ended(Bulkhead bulkhead, Crossing<R> crossing) {
        try {
            return crossing.outcome();
        } catch (StoreFailed failed) {
            if (failed.trouble() == StoreFailed.Trouble.OTHER) {
                Optional<Passage.Frame> suspect = crossing.passage().suspect();
                records.failed(suspect.map(Passage.Frame::bulkhead).orElse(bulkhead), suspect.map(Passage.Frame::call).orElse("command"), failed, false);
            }
            throw failed;
        }
    }
}
