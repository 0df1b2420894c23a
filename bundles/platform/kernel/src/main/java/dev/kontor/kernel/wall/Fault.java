package dev.kontor.kernel.wall;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.store.StoreFailed;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Whose failure it is that comes out of a call. */
enum Fault {
    /** Nobody's: a refusal, or the platform's way to begin anew. */
    STEERING,
    /** The database's, or that of who asked it for nonsense: the transaction may be spoilt. */
    OF_THE_STORE,
    /** The department's. */
    ORDINARY,
    /** The department's, and the house suffers by it: it did not come back, ended the transaction, used up stack or heap. */
    SEVERE;

    private static final int DEEP = 20;
    private static final List<String> DRIVERS = List.of("org.apache.derby.", "org.postgresql.");

    static Fault of(Throwable thrown) {
        if (thrown instanceof Refused || thrown instanceof Passing || thrown instanceof CannotDecide) {
            return STEERING;
        }
        if (thrown instanceof VirtualMachineError || thrown instanceof TookTooLong || thrown instanceof TransactionEnded) {
            return SEVERE;
        }
        return isOfStore(thrown) ? OF_THE_STORE : ORDINARY;
    }

    private static boolean isOfStore(Throwable thrown) {
        Throwable cause = thrown;
        for (int deep = 0; cause != null && deep < DEEP; deep++) {
            if (cause instanceof StoreFailed || cause instanceof SQLException || cause.getClass().getName().startsWith("jakarta.persistence.")) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Whoever asks again, or later, may be answered: nobody did anything wrong. */
    static boolean isOutage(Throwable thrown) {
        return thrown instanceof StoreFailed failed && failed.trouble() != StoreFailed.Trouble.OTHER;
    }

    /** An exception's own code may fail too. */
    static boolean canSay(Throwable thrown) {
        try {
            return !thrown.toString().isEmpty();
        } catch (RuntimeException mute) { // the wall: a department's code as well
            return false;
        }
    }

    static String words(Throwable thrown) {
        return canSay(thrown) ? thrown.toString() : thrown.getClass().getName();
    }

    /** Whether a thread waits for the database: above the first of our classes, or as that, stands the store or a driver. */
    static boolean isInStore(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .map(StackTraceElement::getClassName)
                .filter(name -> name.startsWith("dev.kontor.") || DRIVERS.stream().anyMatch(name::startsWith))
                .findFirst()
                .filter(name -> !name.startsWith("dev.kontor.") || name.startsWith("dev.kontor.store."))
                .isPresent();
    }

    /** Whether a thread asked for the end of the process: it does not come back from that. */
    static boolean endsTheProcess(StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(each -> each.getClassName().equals("java.lang.Runtime") && each.getMethodName().equals("exit"));
    }

    /** A department ended, set aside or replaced the transaction of the command that it was called in. */
    static final class TransactionEnded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TransactionEnded(String who) {
            super("%s ended the transaction, which is the desk's.".formatted(who));
        }
    }
}
