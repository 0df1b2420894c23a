package dev.kontor.store.unit;

import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Brings a unit's tables to its scripts. What was applied is known by a digest over the scripts, so that a start with
 * nothing new costs one query.
 */
public final class Migration {

    /** Flyway quotes it: its letters stay small on both databases. */
    private static final String HISTORY = "schema_of_";
    private static final String BASELINE = "0";

    private final DataSource pool;
    private final Dialect dialect;

    public Migration(DataSource pool, Dialect dialect) {
        this.pool = pool;
        this.dialect = dialect;
    }

    /**
     * @param scripts file name to content
     * @return whether there was something to do
     * @throws SQLException when the database refuses; Flyway's own exceptions when a script that was applied has changed
     */
    public boolean run(String unit, SortedMap<String, String> scripts) throws SQLException {
        String digest = digest(scripts);
        if (applied(unit).equals(digest)) {
            return false;
        }
        flyway(unit, scripts, "latest");
        keep(unit, digest);
        return true;
    }

    /** Stops at a version, so that tables can be filled as they were then; {@link #run} does the rest. */
    public void runUpTo(String version, String unit, SortedMap<String, String> scripts) {
        flyway(unit, scripts, version);
    }

    private void flyway(String unit, SortedMap<String, String> scripts, String upTo) {
        Flyway.configure(Flyway.class.getClassLoader())
                .dataSource(pool)
                .table(HISTORY + unit)
                .target(upTo)
                .baselineOnMigrate(true)
                .baselineVersion(BASELINE)
                .placeholders(placeholders(unit))
                .resourceProvider(new Scripts(scripts))
                .locations(new String[0])
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }

    /** The version that a unit's tables have; empty when it has no scripts. */
    public static String version(Connection connection, String unit) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select \"version\" from \"" + HISTORY + unit + "\" where \"success\" = true"
                        + " and \"version\" is not null order by \"installed_rank\" desc")) {
            String version = found.next() ? found.getString(1) : BASELINE;
            return version.equals(BASELINE) ? "" : version;
        }
    }

    private Map<String, String> placeholders(String unit) {
        Map<String, String> placeholders = new HashMap<>(dialect.placeholders());
        placeholders.put("unit", unit);
        return placeholders;
    }

    private String applied(String unit) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            if (!dialect.hasTable(connection, "store_unit")) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("create table store_unit (unit varchar(100) not null, digest char(64) not null,"
                            + " constraint store_unit_pk primary key (unit))");
                }
                return "";
            }
            try (PreparedStatement query = connection.prepareStatement("select digest from store_unit where unit = ?")) {
                query.setString(1, unit);
                try (ResultSet found = query.executeQuery()) {
                    return found.next() ? found.getString(1) : "";
                }
            }
        }
    }

    private void keep(String unit, String digest) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement remove = connection.prepareStatement("delete from store_unit where unit = ?");
                PreparedStatement insert = connection.prepareStatement("insert into store_unit (unit, digest) values (?, ?)")) {
            remove.setString(1, unit);
            remove.executeUpdate();
            insert.setString(1, unit);
            insert.setString(2, digest);
            insert.executeUpdate();
        }
    }

    private static String digest(SortedMap<String, String> scripts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            scripts.forEach((name, content) -> digest.update((name + '\n' + content + '\n').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    private record Scripts(SortedMap<String, String> scripts) implements ResourceProvider {

        @Override
        public LoadableResource getResource(String name) {
            return scripts.containsKey(name) ? new Script(name, scripts.get(name)) : null; // Flyway's "none"
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            List<LoadableResource> found = new java.util.ArrayList<>();
            scripts.forEach((name, content) -> {
                if (name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith)) {
                    found.add(new Script(name, content));
                }
            });
            return found;
        }
    }

    private static final class Script extends LoadableResource {

        private final String name;
        private final String content;

        Script(String name, String content) {
            this.name = name;
            this.content = content;
        }

        @Override
        public Reader read() {
            return new StringReader(content);
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
