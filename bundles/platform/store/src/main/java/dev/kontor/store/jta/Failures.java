package dev.kontor.store.jta;

import dev.kontor.store.DiskFull;
import dev.kontor.store.StoreFailed;
import dev.kontor.store.StoreFailed.Trouble;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;

/** What an exception of the database means, by its SQLSTATE, on Derby and PostgreSQL. */
final class Failures {

    /** Deadlock, lock time-out, serialisation failure; a session that PostgreSQL ended, as it stood still in a transaction. */
    private static final Set<String> RETRY = Set.of("40001", "40XL1", "40XL2", "40P01", "55P03", "25P03");
    /** PostgreSQL's disk full, Derby's page that cannot be written and log that is full. */
    private static final Set<String> FULL = Set.of("53100", "XSDG1", "XSLA4");
    /**
     * By their beginnings: connection, resources (too many connections), shutdown, input and output, read-only (as Derby is
     * once it was opened on a full disk); and Derby's for not booted, a log that cannot be written and files that cannot.
     */
    private static final List<String> AWAY = List.of("08", "53", "57P0", "58", "25006", "25502", "40003", "XJ001", "XJ015",
            "XJ040", "XJ041", "XSLA", "XSLB", "XSDA4", "XSDB", "XSDF", "XSDG", "XSAI3", "XBM0");

    private static final Pattern QUOTED = Pattern.compile("[\"'«»“”„]([A-Za-z_][A-Za-z0-9_]*)[\"'«»“”„]");

    private Failures() {}

    /** What the work threw: as it is, or as a failure of the store if that is what it was. */
    static RuntimeException asStoreFailure(Throwable thrown, boolean uncertain) {
        Optional<SQLException> sql = sql(thrown);
        if (sql.isPresent() || thrown instanceof PersistenceException) {
            return failed(thrown, sql, uncertain);
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    /**
     * A commit that failed. Nothing is sent by then, so the database either says that it rolled back, or it never answered:
     * then the commit may have been kept.
     */
    static StoreFailed ofCommit(Exception thrown) {
        Optional<SQLException> sql = sql(thrown);
        boolean said = sql.map(Failures::trouble).filter(trouble -> trouble == Trouble.RETRY || trouble == Trouble.DUPLICATE).isPresent();
        boolean uncertain = !said && !rolledBack(causes(thrown));
        Trouble away = sql.filter(Failures::isFull).isPresent() ? Trouble.FULL : Trouble.UNAVAILABLE;
        return uncertain ? new StoreFailed(away, "", true, thrown) : failed(thrown, sql, false);
    }

    /** A resource that answers with one of the rollback codes has rolled back; any other answer leaves it open. */
    private static boolean rolledBack(List<Throwable> causes) {
        return causes.stream().filter(XAException.class::isInstance).map(XAException.class::cast).findFirst()
                .map(answer -> answer.errorCode >= XAException.XA_RBBASE && answer.errorCode <= XAException.XA_RBEND)
                .orElseGet(() -> causes.stream().anyMatch(javax.transaction.RollbackException.class::isInstance));
    }

    private static StoreFailed failed(Throwable thrown, Optional<SQLException> sql, boolean uncertain) {
        Trouble trouble = sql.map(Failures::trouble).orElseGet(() -> without(thrown));
        String constraint = trouble == Trouble.DUPLICATE ? constraint(sql.orElseThrow()) : "";
        return new StoreFailed(trouble, constraint, uncertain, thrown);
    }

    private static Trouble without(Throwable thrown) {
        return causes(thrown).stream().anyMatch(OptimisticLockException.class::isInstance) ? Trouble.RETRY : Trouble.OTHER;
    }

    private static Trouble trouble(SQLException failure) {
        String state = state(failure);
        if (state.equals("23505")) {
            return Trouble.DUPLICATE;
        }
        if (RETRY.contains(state)) {
            return Trouble.RETRY;
        }
        if (isFull(failure)) {
            return Trouble.FULL;
        }
        // the pool has no states: it is empty, or the database cannot be reached through it
        return state.isEmpty() || AWAY.stream().anyMatch(state::startsWith) ? Trouble.UNAVAILABLE : Trouble.OTHER;
    }

    /** Derby's other failures to write are told apart by what they were caused by. */
    private static boolean isFull(SQLException failure) {
        return FULL.contains(state(failure)) || DiskFull.is(failure);
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    /** PostgreSQL's words may be in another language, so its name is asked for; by reflection, as it may not be installed. */
    private static String constraint(SQLException failure) {
        Optional<Object> asked = asked(failure, "getServerErrorMessage").flatMap(message -> asked(message, "getConstraint"));
        Matcher quoted = QUOTED.matcher(String.valueOf(failure.getMessage()));
        return asked.map(Object::toString).orElseGet(() -> quoted.find() ? quoted.group(1) : "").toLowerCase(Locale.ROOT);
    }

    private static Optional<Object> asked(Object of, String method) {
        try {
            return Optional.ofNullable(of.getClass().getMethod(method).invoke(of));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /**
     * The most telling: what follows a failure ("the transaction is aborted") may stand before it in the chain, and a
     * batch's only repeats what one of its statements says.
     */
    private static Optional<SQLException> sql(Throwable thrown) {
        List<SQLException> all = causes(thrown).stream()
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .sorted(Comparator.comparing((SQLException failure) -> state(failure).isEmpty())
                        .thenComparing(failure -> failure instanceof BatchUpdateException))
                .toList();
        return all.stream().filter(failure -> trouble(failure) != Trouble.OTHER).findFirst().or(() -> all.stream().findFirst());
    }

    private static List<Throwable> causes(Throwable thrown) {
        Set<Throwable> causes = new LinkedHashSet<>();
        Deque<Throwable> open = new ArrayDeque<>(List.of(thrown));
        while (!open.isEmpty()) {
            Throwable cause = open.pop();
            if (causes.add(cause)) {
                Stream.of(Optional.ofNullable(cause.getCause()), next(cause)).flatMap(Optional::stream).forEach(open::add);
            }
        }
        return List.copyOf(causes);
    }

    private static Optional<Throwable> next(Throwable cause) {
        return cause instanceof SQLException failure ? Optional.ofNullable(failure.getNextException()) : Optional.empty();
    }
}
