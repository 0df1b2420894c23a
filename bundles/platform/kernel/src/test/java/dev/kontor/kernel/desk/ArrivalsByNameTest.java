package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.kernel.Database;
import dev.kontor.kernel.roster.RosterRows;
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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A store in which a department opened on one set of milestones")
class ArrivalsByNameTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    @DisplayName("keeps what has arrived, what is on its way and what is planned, under the department itself")
    void isCarriedOver(Database database) throws Exception {
        try (StoreHarness store = database.open()) {
            new Migration(store.pool(), store.dialect()).runUpTo("14", "kernel", scripts());
            fill(store);
            Rows rows = new Rows(store.statements("kernel"));

            assertThat(found(store, rows, "select department, arrival from kernel_arrival order by department, arrival")).containsExactly(
                    "archive finance.completed", "entry papers", "finance completed", "finance days", "finance logistics.arrived",
                    "finance review.cleared", "partner review.passed", "review entry.submitted", "review papers");
            assertThat(found(store, rows, "select department, arrival from kernel_arrived")).containsExactly("finance completed");
            assertThat(found(store, rows, "select department, matter from kernel_plan")).containsExactly("finance day");
            Map<String, List<String>> opensOn = store.transactions().read(() -> new RosterRows(rows).members(RosterRows.DEPARTMENT)).stream()
                    .collect(java.util.stream.Collectors.toMap(
                            RosterRows.Enrolled::name, each -> each.opensOn().keySet().stream().sorted().toList()));
            assertThat(opensOn).containsOnlyKeys("archive", "entry", "finance", "legal", "partner", "review")
                    .containsEntry("archive", List.of("finance.completed"))
                    .containsEntry("entry", List.of("papers"))
                    .containsEntry("legal", List.of())
                    .containsEntry("partner", List.of("review.passed"))
                    .containsEntry("review", List.of("entry.submitted", "papers"))
                    .containsEntry("finance", List.of("completed", "days", "finance.collected", "logistics.arrived", "logistics.delivered",
                            "logistics.dispatched", "review.cleared", "review.terminated"));
        }
    }

    private static List<String> found(StoreHarness store, Rows rows, String sql) {
        return store.transactions().read(() -> rows.all(sql).stream().map(row -> row.text(0) + " " + row.text(1)).toList());
    }

    private static void fill(StoreHarness store) throws SQLException {
        try (Connection connection = store.pool().getConnection(); Statement statement = connection.createStatement()) {
            Map<String, String> opensOn = new TreeMap<>(Map.of(
                    "finance", "review.cleared", "finance-days", "review.cleared", "finance-arrived", "logistics.arrived",
                    "finance-completion", "finance.collected,logistics.delivered", "archive", "finance.completed",
                    "review", "entry.submitted", "review-papers", "review.cleared", "entry-papers", "review.cleared",
                    "partner", "review.passed"));
            for (Map.Entry<String, String> each : opensOn.entrySet()) {
                statement.execute("insert into kernel_roster (kind, name, opens_on, since, removed) values ('department', '%s', '%s', 0, 0)"
                        .formatted(each.getKey(), each.getValue()));
                statement.execute("insert into kernel_arrival (order_number, department, revision, running, arrived_at, attempts, failure)"
                        + " values ('SO-2026-00001', '%s', 1, 1, 0, 0, '')".formatted(each.getKey()));
            }
            statement.execute("insert into kernel_roster (kind, name, opens_on, since, removed) values ('department', 'entry', '', 0, 0)");
            statement.execute("insert into kernel_roster (kind, name, opens_on, since, removed) values ('department', 'legal', '', 0, 0)");
            statement.execute("insert into kernel_arrived (order_number, department, revision) values ('SO-2026-00001', 'finance-completion', 1)");
            statement.execute("insert into kernel_plan (order_number, department, matter, planned_on)"
                    + " values ('SO-2026-00001', 'finance-days', 'day', '2026-03-02')");
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
