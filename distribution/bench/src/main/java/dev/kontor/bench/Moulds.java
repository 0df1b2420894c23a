package dev.kontor.bench;

import dev.kontor.bench.Loader.Mould;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the loaders copy and what they leave: all that orders left, but not what the platform has still to do or to tell. */
final class Moulds {

    /** Messages, requests that were answered, numbers that were taken, and what is no order's. */
    private static final Pattern LEFT = Pattern.compile("KERNEL_(KEY|OUTBOX|NOTIFICATION|UPLOAD|SUBJECT|NUMBER|COUNTER|ARRIVAL|ERRAND"
            + "|REPLAY|ANCHOR|SESSION|TOKEN|ACCOUNT|ROSTER|STRIKE|QUARANTINE|FORWARD).*|(ENGINE|HOST|FLYWAY)_.*|.*[a-z].*");
    /** What somebody owes or will be asked for. */
    private static final Pattern OPEN = Pattern.compile("KERNEL_(TASK|PLAN)");

    private final Snapshot snapshot;
    private final Map<String, Function<String, Set<String>>> apart;

    private Moulds(Snapshot snapshot, Map<String, Function<String, Set<String>>> apart) {
        this.snapshot = snapshot;
        this.apart = apart;
    }

    /** @param open whether the orders of the store are still under way */
    static Moulds of(KeptStore store, Path distribution, boolean open) throws SQLException, IOException, ReflectiveOperationException {
        try (Connection connection = store.another()) {
            Snapshot snapshot = Snapshot.of(connection, table -> !LEFT.matcher(table).matches() && (open || !OPEN.matcher(table).matches()));
            return new Moulds(snapshot, Map.of("kernel_word", dev.kontor.kernel.search.Terms::ofText, "archive_term", archive(distribution)));
        }
    }

    /** The archive's own words: it takes texts apart in its own way and shows that to nobody. */
    private static Function<String, Set<String>> archive(Path distribution) throws IOException, ReflectiveOperationException {
        try (Stream<Path> all = Files.walk(distribution.resolve("lib/repository/dev/kontor/dev.kontor.archive"))) {
            URL jar = all.filter(path -> path.toString().endsWith(".jar")).findFirst().orElseThrow().toUri().toURL();
            Method apart = new URLClassLoader(new URL[] {jar}, Moulds.class.getClassLoader())
                    .loadClass("dev.kontor.archive.book.Terms").getDeclaredMethod("ofText", String.class);
            apart.setAccessible(true);
            return text -> apart(apart, text);
        }
    }

    @SuppressWarnings("unchecked") // its declaration says so
    private static Set<String> apart(Method method, String text) {
        try {
            return (Set<String>) method.invoke(null, text);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The archive's words of %s.".formatted(text), e);
        }
    }

    Snapshot snapshot() {
        return snapshot;
    }

    Mould of(String order, int documents, int entries) {
        Template template = Template.of(snapshot, order);
        if (documents > 0) {
            template.fill("kernel_document", "id", "position_of", documents);
        }
        Press press = new Press(template, apart);
        return new Mould(press, new Chained(press, entries));
    }

    /** The numbers that come next are those behind the copies'. */
    static void taken(KeptStore store, String table, String key, String last, Object of, long number) throws SQLException {
        try (Connection connection = store.another()) {
            String update = "update %s set %s = ? where %s = ?".formatted(table, last, key);
            String insert = "insert into %s (%s, %s) values (?, ?)".formatted(table, last, key);
            if (run(connection, update, number, of) == 0) {
                run(connection, insert, number, of);
            }
            connection.commit();
        }
    }

    private static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
