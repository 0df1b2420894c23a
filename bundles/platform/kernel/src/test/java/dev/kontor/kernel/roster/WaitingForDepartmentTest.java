package dev.kontor.kernel.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.kernel.Database;
import dev.kontor.kernel.TestCompany;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("How many orders have it written down that they need a department")
@ParameterizedClass
@EnumSource(Database.class)
class WaitingForDepartmentTest {

    private final TestCompany company;
    private final RosterRows roster;

    WaitingForDepartmentTest(Database database) {
        company = TestCompany.on(database);
        roster = new RosterRows(company.rows());
    }

    private void task(String order, String kind, String subject) {
        company.sql("insert into kernel_task (id, order_number, kind, subject, task_role, holder, opened_at, event_day, within_days, last_day,"
                        + " due_at, provisional, calendar, suspended_at, decision, judged, asked, version)"
                        + " values (?, ?, ?, ?, 'x.y', '', 0, '2026-03-02', 1, '2026-03-03', 1, 0, 'china', 0, '', 0, 0, 0)",
                UUID.randomUUID().toString(), order, kind, subject);
    }

    private int waiting() {
        return company.transactions().read(() -> roster.waitingFor("lift"));
    }

    @Test
    void anOrderCountsOnceForItsOwnTasksForOnesThatAskForItAndForItsFile() {
        company.sql("delete from kernel_task");
        company.sql("delete from kernel_arrival");
        task("SO-2026-00001", "liftoff.check", "lifts");
        task("SO-2026-00001", "review.opinion", "finance");
        assertThat(waiting()).isZero();
        task("SO-2026-00001", "review.opinion", "lift");
        task("SO-2026-00001", "lift.grant", "");
        assertThat(waiting()).isEqualTo(1);
        task("SO-2026-00002", "lift.grant", "");
        company.sql("insert into kernel_arrival (order_number, department, revision, running, arrived_at, attempts, failure)"
                + " values ('SO-2026-00003', 'lift', 1, 999, 0, 0, '')");
        assertThat(waiting()).isEqualTo(3);
    }
}
