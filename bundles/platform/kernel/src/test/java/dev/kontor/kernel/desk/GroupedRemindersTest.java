package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.sweep.DeadlineSweep;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("After a stop the first sweep groups its reminders")
@ParameterizedClass
@EnumSource(Database.class)
class GroupedRemindersTest {

    private static final TaskKind PROVE = new TaskKind("trade.prove");
    private static final String TOGETHER = "kernel.reminders";

    private final TestDesk desk;

    GroupedRemindersTest(Database database) {
        desk = new TestDesk(database.open());
        desk.engine.at("trade/deadlines", new Conclusion.Remind(
                Role.SALES_REP, "prove", "last-day", Reason.of("prove-today"), new Clause("4.2")));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void fourTasksThatCameDueMeanwhileAreToldInOneLine() {
        due(4);

        swept(1);

        assertThat(told()).singleElement().satisfies(words -> {
            assertThat(words.key()).isEqualTo(TOGETHER);
            assertThat(words.arguments()).singleElement().hasToString("4");
        });
    }

    @Test
    void threeAreToldOneByOne() {
        due(3);

        swept(3);

        assertThat(told()).hasSize(3).noneMatch(words -> words.key().equals(TOGETHER));
    }

    @Test
    void whatComesDueWhileItRunsIsToldOneByOne() {
        due(4);
        DeadlineSweep sweep = desk.startSweep();
        try {
            await(1);
            due(4);
            sweep.bell().ring();
            await(5);
        } finally {
            sweep.stop();
        }
        assertThat(told()).hasSize(5).filteredOn(words -> words.key().equals(TOGETHER)).hasSize(1);
    }

    /** Tasks whose last day is today, each of an order of its own. */
    private void due(int count) {
        for (int i = 0; i < count; i++) {
            OrderNumber order = desk.register();
            desk.act(order, file -> file.raise(NewTask.of(PROVE, Role.SALES_REP)
                    .until(new Weekdays().deadline(file.today(), WorkingDays.of(0)))));
        }
    }

    private void swept(int told) {
        DeadlineSweep sweep = desk.startSweep();
        try {
            await(told);
        } finally {
            sweep.stop();
        }
    }

    private void await(int told) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (told().size() < told) {
            assertThat(System.nanoTime()).as("waited too long for %d, got %s", told, told()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private List<Text> told() {
        return desk.rows("select what from kernel_outbox where kind = 'person.told'").stream()
                .map(words -> Canonical.read(words, Text.class))
                .toList();
    }
}
