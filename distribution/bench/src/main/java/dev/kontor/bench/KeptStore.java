package dev.kontor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.api.rule.Parameter;
import dev.kontor.kernel.json.Canonical;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** What a platform that does not run keeps in its Derby, read with the driver of its distribution. */
final class KeptStore implements AutoCloseable {

    private static final int PAGE = 50;

    private final Driver driver;
    private final String url;
    private final Connection connection;

    KeptStore(Path distribution, Path data) throws IOException, SQLException, ReflectiveOperationException {
        try (Stream<Path> all = Files.walk(distribution.resolve("lib/repository/dev/kontor/dev.kontor.libraries.derby"))) {
            URL jar = all.filter(path -> path.toString().endsWith(".jar")).findFirst().orElseThrow().toUri().toURL();
            ClassLoader loader = new URLClassLoader(new URL[] {jar}, KeptStore.class.getClassLoader());
            driver = (Driver) loader.loadClass("org.apache.derby.iapi.jdbc.AutoloadedDriver").getDeclaredConstructor().newInstance();
        }
        url = "jdbc:derby:" + data.resolve("derby/main");
        connection = another();
    }

    /** Closed by who asked for it. */
    Connection another() throws SQLException {
        Connection another = driver.connect(url, new Properties());
        another.setAutoCommit(false);
        return another;
    }

    /**
     * Copies decisions until there are so many: each copy of all lies before those that there are, so no two have one stamp.
     * No journal knows it: it is there to be read and tried.
     */
    int multiply(int wanted) throws SQLException {
        String copied = "insert into kernel_decision (id, order_number, point, running, pattern, content)"
                + " select substr(id, 1, 31) || '.' || cast(cast(? as integer) as char(4)), order_number, point, running - ?, pattern, content"
                + " from kernel_decision where id not like '%.%'";
        long span = number("select max(running) - min(running) + 1 from kernel_decision where id not like '%.%'");
        int copies = (int) number("select coalesce(max(cast(substr(id, 33) as integer)), 0) from kernel_decision where id like '%.%'");
        int there = (int) number("select count(*) from kernel_decision");
        try (PreparedStatement copy = connection.prepareStatement(copied)) {
            while (there < wanted) {
                copies++;
                copy.setInt(1, copies);
                copy.setLong(2, copies * span);
                there += copy.executeUpdate();
                connection.commit();
            }
            return there;
        }
    }

    /** What a query comes to that answers one number. */
    long number(String query) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What a query comes to that answers one text. */
    String text(String query) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** What is done with the facts of one decision, its parameters among them. */
    interface Trial {

        void of(List<Record> facts);
    }

    /** Every decision at a point, a page at a time, in the order in which they were taken. */
    int each(String point, int most, Trial trial) throws SQLException, ClassNotFoundException {
        int read = 0;
        long reached = 0;
        try (PreparedStatement page = connection.prepareStatement("select running, content from kernel_decision"
                + " where point = ? and running > ? order by running fetch first " + PAGE + " rows only")) {
            for (int found = PAGE; found == PAGE && read < most; read += found) {
                found = 0;
                page.setString(1, point);
                page.setLong(2, reached);
                try (ResultSet rows = page.executeQuery()) {
                    while (rows.next()) {
                        reached = rows.getLong(1);
                        trial.of(facts(Canonical.tree(rows.getString(2))));
                        found++;
                    }
                }
            }
        }
        return read;
    }

    private static List<Record> facts(JsonNode content) throws ClassNotFoundException {
        List<Record> facts = new ArrayList<>();
        for (JsonNode fact : content.path("facts")) {
            facts.add(Canonical.read(fact.path("value").toString(), Class.forName(fact.path("type").asText()).asSubclass(Record.class)));
        }
        List<String> sets = new ArrayList<>();
        content.path("sets").forEach(set -> sets.add(set.path("set").asText()));
        content.path("owners").forEach(set -> sets.add(set.path("set").asText()));
        for (JsonNode parameter : content.path("parameters")) {
            ObjectNode named = parameter.deepCopy();
            named.put("set", sets.get(parameter.path("set").asInt()));
            facts.add(Canonical.read(named.toString(), Parameter.class));
        }
        return facts;
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
        try {
            driver.connect(url + ";shutdown=true", new Properties());
        } catch (SQLException closed) {
            // Derby says by an exception that it was shut down
        }
    }
}
