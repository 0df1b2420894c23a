package dev.kontor.store.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import dev.kontor.store.unit.Migration;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A backup")
class BackupTest extends BackedUpDepot {

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({"DERBY,POSTGRESQL", "POSTGRESQL,DERBY", "DERBY,DERBY"})
    @DisplayName("arrives byte for byte in a store on either database, with documents and rule sets")
    void arrives(Dialect source, Dialect target) throws Exception {
        from = filled(source);
        Path zip = backup(from, "a");
        to = StoreHarness.on(target);
        restore(zip, to, "b");
        assertThat(items(backup(to, "b"))).isEqualTo(items(zip)).hasSize(8);
        assertThat(home.resolve("b/documents/ab/abcd")).hasContent("a contract");
        assertThat(home.resolve("b/rules/entry/deadlines")).isDirectoryContaining("glob:**/remind.drl")
                .isDirectoryNotContaining("glob:**/newer.drl");
        assertThat(home.resolve("b/restore.zip")).doesNotExist();
    }

    @Test
    @DisplayName("goes on after a kill between two units")
    void goesOn() throws Exception {
        from = filled(Dialect.DERBY);
        Path zip = backup(from, "a");
        to = StoreHarness.derby();
        lay(zip, "b");
        waiting(to, "b").fill("depot", DEPOT);
        Restoration again = waiting(to, "b");
        assertThat(again.left()).containsExactlyInAnyOrder("depot", "yard");
        again.fill("depot", DEPOT);
        again.fill("yard", YARD);
        migrate(to);
        assertThat(items(backup(to, "b"))).isEqualTo(items(zip));
    }

    @Test
    @DisplayName("of an older release is restored as it was and then migrated")
    void older() throws Exception {
        from = filled(Dialect.DERBY);
        lay(backup(from, "a"), "b");
        to = StoreHarness.derby();
        SortedMap<String, String> more = new TreeMap<>(DEPOT);
        more.put("V2__more.sql", "alter table depot_shelf add column place varchar(10) default 'hall' not null");
        waiting(to, "b").fill("depot", more);
        new Migration(to.pool(), Dialect.DERBY).run("depot", more);
        try (Connection connection = to.pool().getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select place from depot_shelf")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("hall");
        }
    }

    @ParameterizedTest
    @CsvSource({"DERBY", "POSTGRESQL"})
    @DisplayName("taken while commands run holds whole commands only")
    void whole(Dialect dialect) throws Exception {
        from = filled(dialect);
        CountDownLatch begun = new CountDownLatch(1);
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 200; i++) {
                int running = i;
                from.transactions().command(() -> {
                    twoBoxes(running);
                    return "";
                });
                begun.countDown();
            }
        });
        from.unit("sales");
        writer.start();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        Path zip = backup(from, "a");
        writer.join();
        long boxes = items(zip).stream().filter(line -> line.contains("depot_box")).mapToLong(BackupTest::rows).sum() - 1;
        assertThat(boxes % 2).as("%d boxes, two a command", boxes).isZero();
        assertThat(boxes).isPositive();
    }

    private static long rows(String line) {
        try {
            return JsonLine.parse(line).number("rows");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void twoBoxes(int running) {
        var sales = from.unit("sales");
        for (int half : List.of(0, 1)) {
            sales.createNativeQuery("insert into depot_box (shelf, running, words) values (?, ?, 'w')")
                    .setParameter(1, "1".repeat(36)).setParameter(2, 1000 + 2 * running + half).executeUpdate();
        }
    }
}
