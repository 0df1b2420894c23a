package dev.kontor.kernel.wall;

import java.util.Optional;
import java.util.Set;

/**
 * What goes on on one thread behind the wall: who calls whom. Written by that thread alone; whoever waits for it looks who
 * is at it.
 */
final class Passage {

    private static final ThreadLocal<Passage> CURRENT = new ThreadLocal<>();

    /** A call into a bundle, and the time that its calls of others took. */
    static final class Frame {

        private final Optional<Frame> outer;
        private final Bulkhead bulkhead;
        private final String call;
        private final long began;
        private volatile long elsewhere;
        /** Written by who waits. */
        private volatile long excused;

        private Frame(Optional<Frame> outer, Bulkhead bulkhead, String call, long began) {
            this.outer = outer;
            this.bulkhead = bulkhead;
            this.call = call;
            this.began = began;
        }

        Bulkhead bulkhead() {
            return bulkhead;
        }

        String call() {
            return call;
        }

        long began() {
            return began;
        }

        private long own(long now) {
            return now - began - elsewhere - excused;
        }
    }

    private final Set<Bulkhead> without;
    private volatile boolean left;
    private volatile Optional<Frame> top = Optional.empty();
    private Optional<Throwable> judged = Optional.empty();
    private Optional<Frame> suspect = Optional.empty();

    /** @param without bundles that this reading leaves out */
    Passage(Set<Bulkhead> without) {
        this.without = Set.copyOf(without);
    }

    static Optional<Passage> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    void begin() {
        CURRENT.set(this);
    }

    static void end() {
        CURRENT.remove();
    }

    /** Whether nobody waits for it any more. */
    void goOnWithout(boolean so) {
        left = so;
    }

    boolean isLeft() {
        return left;
    }

    boolean leavesOut(Bulkhead bulkhead) {
        return without.contains(bulkhead);
    }

    Frame enter(Bulkhead bulkhead, String call, long now) {
        Frame frame = new Frame(top, bulkhead, call, now);
        top = Optional.of(frame);
        return frame;
    }

    void leave(Frame frame, long now) {
        frame.outer.ifPresent(outer -> outer.elsewhere += now - frame.began);
        top = frame.outer;
    }

    /** The machine ran nobody for so long: that counts against nobody. A call that began meanwhile is excused for its own time only. */
    void excuse(long now, long time) {
        top.ifPresent(frame -> frame.excused += Math.max(0, Math.min(time, frame.own(now))));
    }

    /** Who is called now. */
    Optional<Frame> top() {
        return top;
    }

    /** Who is at it for longer than it may; time that it waits for others does not count. */
    Optional<Frame> overdue(long now, long limit) {
        return top.filter(frame -> !frame.bulkhead.owner().platform() && frame.own(now) > limit);
    }

    /** Whether a failure is seen for the first time; on its way out it comes by everybody who called. */
    boolean isNew(Throwable thrown) {
        boolean fresh = judged.filter(before -> before == thrown).isEmpty();
        judged = Optional.of(thrown);
        return fresh;
    }

    /** What failed in the store may be a department's doing; that shows at the end only. */
    void suspect(Frame frame) {
        if (suspect.isEmpty()) {
            suspect = Optional.of(frame);
        }
    }

    Optional<Frame> suspect() {
        return suspect;
    }
}
