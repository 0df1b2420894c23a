package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is asked of the database over half a year of the demo company")
class PlansIT {

    private static final Pattern ASKED = Pattern.compile("Executing prepared statement: (.*?) :End prepared statement", Pattern.DOTALL);
    private static final Pattern SCANNED = Pattern.compile("Table Scan ResultSet for (\\S+)");
    /** These do not grow with the orders, or are asked for most of their rows, by words, or when a department comes. */
    private static final Set<String> SMALL = Set.of("KERNEL_ACCOUNT", "KERNEL_ROSTER", "KERNEL_CUSTOMER", "KERNEL_ORDER",
            "SUPERVISION_ACKNOWLEDGEMENT");
    /** Of fewer rows Derby reads all, whatever index there is. */
    private static final int FEW = 25;
    private static final int MANY_STATEMENTS = 300;

    @Test
    @DisplayName("is found by an index: who asks for all rows of a table waits for whoever writes one, and they for him")
    void isFoundByAnIndex() throws Exception {
        Archive archive = Archive.unpack("plans").played();
        Set<String> asked = asked();
        assertThat(asked).hasSizeGreaterThan(MANY_STATEMENTS);

        List<String> scans = new ArrayList<>();
        try (DerbyOf derby = new DerbyOf(archive); Connection connection = derby.connect()) {
            connection.setAutoCommit(false);
            count(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("call syscs_util.syscs_set_runtimestatistics(1)");
            }
            for (String sql : asked) {
                for (String table : scanned(connection, sql)) {
                    if (!table.startsWith("SYS") && !SMALL.contains(table) && rows(connection, table) >= FEW) {
                        scans.add(table + ": " + sql);
                    }
                }
                connection.rollback();
            }
        }
        assertThat(scans).isEmpty();
    }

    /** With places for values: a migration asks once. */
    private static Set<String> asked() throws IOException {
        return ASKED.matcher(Files.readString(Archive.asked())).results()
                .map(found -> found.group(1).strip())
                .filter(sql -> sql.contains("?") && sql.matches("(?is)(select|update|delete)\\b.*"))
                .collect(Collectors.toSet());
    }

    /** Derby counts its rows anew when it finds the time to; with the counts of a table's first rows it reads all of them. */
    private static void count(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, "APP", null, new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        try (PreparedStatement statement = connection.prepareStatement("call syscs_util.syscs_update_statistics('APP', ?, null)")) {
            for (String table : tables) {
                statement.setString(1, table);
                statement.execute();
            }
        }
        connection.commit();
    }

    private static List<String> scanned(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ParameterMetaData places = statement.getParameterMetaData();
            for (int i = 1; i <= places.getParameterCount(); i++) {
                if (Set.of(Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.DECIMAL).contains(places.getParameterType(i))) {
                    statement.setInt(i, 1);
                } else {
                    statement.setString(i, "x");
                }
            }
            if (statement.execute()) {
                try (ResultSet found = statement.getResultSet()) {
                    while (found.next()) { // the plan is known at the end
                        continue;
                    }
                }
            }
        }
        return SCANNED.matcher(plan(connection)).results().map(found -> found.group(1)).toList();
    }

    private static String plan(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("values syscs_util.syscs_get_runtimestatistics()")) {
            plan.next();
            return plan.getString(1);
        }
    }

    private static long rows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }
}
