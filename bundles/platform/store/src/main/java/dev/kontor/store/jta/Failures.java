package dev.kontor.store.jta;

import dev.kontor.store.StoreFailed;
import dev.kontor.store.StoreFailed.Trouble;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an exception of the database means, by its SQLSTATE, on Derby and PostgreSQL. */
final class Failures {

    /** Deadlock, lock time-out, serialisation failure. */
    private static final Set<String> RETRY = Set.of("40001", "40XL1", "40XL2", "40P01", "55P03");
    /** Full, shutting down, starting, too many connections; Derby not booted or its log device full. */
    private static final Set<String> AWAY =
            Set.of("53100", "53200", "53300", "57P01", "57P02", "57P03", "XJ040", "XJ041", "XSLA4", "XSLA1", "XSDG0", "XSDFB");

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

    /** A commit that failed: rolled back if the database says so, uncertain if the connection broke. */
    static StoreFailed ofCommit(Exception thrown) {
        Optional<SQLException> sql = sql(thrown);
        boolean broke = sql.map(found -> state(found).startsWith("08")).orElse(!(thrown instanceof javax.transaction.RollbackException));
        return failed(thrown, sql, broke);
    }

    private static StoreFailed failed(Throwable thrown, Optional<SQLException> sql, boolean uncertain) {
        Trouble trouble = sql.map(Failures::trouble).orElse(Trouble.OTHER);
        String constraint = trouble == Trouble.DUPLICATE ? constraint(sql.orElseThrow()) : "";
        return new StoreFailed(trouble, constraint, uncertain, thrown);
    }

    private static Trouble trouble(SQLException failure) {
        String state = state(failure);
        if (state.equals("23505")) {
            return Trouble.DUPLICATE;
        }
        if (RETRY.contains(state)) {
            return Trouble.RETRY;
        }
        return AWAY.contains(state) || state.startsWith("08") ? Trouble.UNAVAILABLE : Trouble.OTHER;
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    /** Both databases quote the constraint's name first. */
    private static String constraint(SQLException failure) {
        Matcher quoted = QUOTED.matcher(String.valueOf(failure.getMessage()));
        return quoted.find() ? quoted.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** The innermost SQL exception with a state: outer ones are wrappers. */
    private static Optional<SQLException> sql(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(failure -> failure.getSQLState() != null)
                .reduce((outer, inner) -> inner);
    }
}
