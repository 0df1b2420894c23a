package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.kernel.Database;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("R-4.15: a store in which orders were changed before machines were compared with them")
class MachinesOfAnotherRevisionTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    @DisplayName("leaves those to production that have a machine of another revision in the works, and no other")
    void areComparedOnce(Database database) throws Exception {
        try (StoreHarness store = database.open()) {
            new Migration(store.pool(), store.dialect()).runUpTo("28", "kernel", scripts());
            try (Connection connection = store.pool().getConnection(); Statement statement = connection.createStatement()) {
                order(statement, 1, "review.cleared");
                machine(statement, 1, "FINISHED", 1, 0, "production.finished");
                machine(statement, 1, "BEGUN", 1, 0, "");
                order(statement, 2, "review.cleared");
                machine(statement, 2, "GONE", 1, 0, "logistics.dispatched");
                order(statement, 3, "review.cleared");
                machine(statement, 3, "OF-THE-ORDER", 2, 0, "production.finished");
                order(statement, 4, "entry.submitted");
                machine(statement, 4, "UNDER-REVIEW", 1, 0, "production.finished");
                order(statement, 5, "review.cleared");
                machine(statement, 5, "STRUCK", 1, 1, "");
            }
            Rows rows = new Rows(store.statements("kernel"));

            assertThat(planned(store, rows)).containsExactly("SO-2026-00001 production conformity");
        }
    }

    private static List<String> planned(StoreHarness store, Rows rows) {
        return store.transactions().read(() -> rows.all("select order_number, department, matter from kernel_plan").stream()
                .map(row -> "%s %s %s".formatted(row.text(0), row.text(1), row.text(2)))
                .toList());
    }

    /** Of revision 2. */
    private static void order(Statement statement, int number, String milestone) throws SQLException {
        statement.execute(("insert into kernel_order (number, running, revision, contract_key, contract, contract_kind, call_off, content,"
                + " customer, customer_name, signed_on, representative, milestone, total, currency, judged, registered_at, version)"
                + " values ('SO-2026-0000%1$d', %1$d, 2, 'C-%1$d', 'C-%1$d', 'sales', '', '{}', 'C-1', 'Anke', '2026-03-02', 'rep',"
                + " '%2$s', 1, 'CNY', 1, 0, 0)").formatted(number, milestone));
        statement.execute("insert into kernel_milestone (order_number, name, revision, running, reached_by, reached_at)"
                + " values ('SO-2026-0000%d', '%s', 2, %1$d, 'head', 0)".formatted(number, milestone));
    }

    private static void machine(Statement statement, int order, String serial, int revision, int struck, String milestone) throws SQLException {
        statement.execute(("insert into kernel_machine (serial, order_number, line, model, quantity, revision, struck, enrolled_at)"
                + " values ('%s', 'SO-2026-0000%d', 1, 'CNC-500', 1, %d, %d, 0)").formatted(serial, order, revision, struck));
        if (!milestone.isEmpty()) {
            statement.execute(("insert into kernel_machine_milestone (serial, name, running, happened_on, reached_by, reached_at)"
                    + " values ('%s', '%s', 1, '2026-03-02', 'ma', 0)").formatted(serial, milestone));
        }
    }

    private static SortedMap<String, String> scripts() throws IOException {
        SortedMap<String, String> scripts = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "db", "migration"))) {
            for (Path file : files.toList()) {
                scripts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return scripts;
    }
}
