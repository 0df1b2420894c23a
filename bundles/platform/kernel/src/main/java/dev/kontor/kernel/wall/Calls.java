package dev.kontor.kernel.wall;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.text.Text;
import dev.kontor.store.Transactions;
import java.lang.reflect.Method;

/** One call of a guarded service, on the thread of a passage. */
final class Calls {

    private final Transactions transactions;
    private final Ticks ticks;
    private final Records records;
    private final Defaults defaults = Defaults.now();

    Calls(Transactions transactions, Ticks ticks, Records records) {
        this.transactions = transactions;
        this.ticks = ticks;
        this.records = records;
    }

    Object call(Passage passage, Guard guard, Method method, Object[] arguments) {
        Bulkhead bulkhead = guard.bulkhead();
        if (passage.leavesOut(bulkhead)) {
            throw bulkhead.late();
        }
        bulkhead.admit(ticks.nanos());
        Passage.Frame frame = passage.enter(bulkhead, guard.call(method), ticks.nanos());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(guard.loader());
        try (Working working = Working.as(guard.loader())) {
            Object answer = guard.call(method, arguments);
            mustBeIntact(guard);
            bulkhead.called(true);
            return answer;
        } catch (Throwable thrown) { // the wall: whatever it is, it is named and goes no further than its call
            throw judged(passage, frame, guard, thrown);
        } finally {
            thread.setContextClassLoader(before);
            passage.leave(frame, ticks.nanos());
            lookAround(passage, frame);
        }
    }

    private void mustBeIntact(Guard guard) {
        if (!transactions.intact()) {
            throw new Fault.TransactionEnded(guard.bulkhead().owner().name());
        }
    }

    /** Another's call may have run meanwhile, so this is told and is no reason to let the call fail. */
    private void lookAround(Passage passage, Passage.Frame frame) {
        if (!passage.isLeft()) {
            Thread.interrupted(); // what a department leaves behind must not reach the commit
        }
        if (defaults.restored()) {
            records.failed(frame.bulkhead(), frame.call(),
                    new IllegalStateException("The locale or time zone of the whole machine was changed; it was put back."), false);
        }
    }

    private RuntimeException judged(Passage passage, Passage.Frame frame, Guard guard, Throwable thrown) {
        if (!passage.isLeft() && passage.isNew(thrown)) {
            judge(passage, frame, guard, thrown);
        }
        return thrown instanceof RuntimeException failed && Fault.canSay(thrown) ? failed : wrapped(passage, frame, thrown);
    }

    private void judge(Passage passage, Passage.Frame frame, Guard guard, Throwable thrown) {
        Bulkhead bulkhead = guard.bulkhead();
        switch (Fault.of(thrown)) {
            case STEERING -> bulkhead.called(true);
            case OF_THE_STORE -> {
                passage.suspect(frame);
                bulkhead.called(false);
            }
            case ORDINARY, SEVERE -> {
                if (Owner.isGoing(guard.service().getClass())) {
                    throw Refused.because(Refused.Reason.UNAVAILABLE, Text.of("kernel.wall-going", bulkhead.called()));
                }
                records.failed(bulkhead, frame.call(), thrown, Fault.of(thrown) == Fault.SEVERE || !transactions.intact());
            }
        }
    }

    private static RuntimeException wrapped(Passage passage, Passage.Frame frame, Throwable thrown) {
        IllegalStateException failed = new IllegalStateException("%s of %s failed: %s".formatted(
                frame.call(), frame.bulkhead().owner().name(), Fault.words(thrown)));
        if (Fault.canSay(thrown)) {
            failed.initCause(thrown);
        }
        passage.isNew(failed); // counted already
        return failed;
    }
}
