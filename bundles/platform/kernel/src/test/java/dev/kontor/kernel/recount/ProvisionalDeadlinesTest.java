package dev.kontor.kernel.recount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.TestCompany;
import dev.kontor.kernel.journal.Ledger;
import dev.kontor.kernel.order.OrderWrites;
import dev.kontor.kernel.time.CompanyCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Provisional deadlines")
@ParameterizedClass
@EnumSource(Database.class)
class ProvisionalDeadlinesTest {

    private static final Person SYSTEM =
            new Person(new PersonId("sys"), "sys", Set.of(Role.SYSTEM_ADMINISTRATOR), "en");

    @TempDir
    Path years;

    private final TestCompany company;

    ProvisionalDeadlinesTest(Database database) {
        company = TestCompany.on(database);
    }

    @Test
    void moveWhenTheNoticeArrivesWithBeforeAndAfterInTheOrdersJournal() throws IOException {
        for (String table : List.of("task", "journal", "journal_head")) {
            company.sql("delete from kernel_" + table);
        }
        Files.copy(Path.of("../../../rules/calendars/cn/2026.json"), years.resolve("2026.json"));
        Deadline provisional = calendar().deadline(LocalDate.of(2026, 12, 30), WorkingDays.of(2));
        insert("00000000-0000-0000-0000-000000000001", provisional, 0);
        insert("00000000-0000-0000-0000-000000000002", provisional, 1);
        assertThat(deadlines().changes()).isEmpty();

        Files.writeString(years.resolve("2027.json"), """
                {"year": 2027, "papers": ["x"], "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}
                """);
        ProvisionalDeadlines deadlines = deadlines();
        assertThat(deadlines.changes()).as("one stands still").hasSize(1);
        RecountDeadlines recount = new RecountDeadlines(deadlines);
        company.run(recount, SYSTEM, "", recount.initial(SYSTEM, "").all());

        assertThat(deadlines.changes()).isEmpty();
        company.transactions().read(() -> {
            var task = company.rows().one("select last_day, provisional from kernel_task where suspended_at = 0").orElseThrow();
            assertThat(task.text(0)).isEqualTo("2027-01-04");
            assertThat(task.flag(1)).isFalse();
            var line = company.rows().one("select kind, changes from kernel_journal where journal = 'SO-2026-00001'").orElseThrow();
            assertThat(line.text(0)).isEqualTo("task.recounted");
            assertThat(line.text(1)).contains("2027-01-01", "2027-01-04");
            return task;
        });
    }

    private CompanyCalendar calendar() {
        return new CompanyCalendar(company.clock(), years);
    }

    private ProvisionalDeadlines deadlines() {
        return new ProvisionalDeadlines(
                company.transactions(), company.rows(), calendar(), new OrderWrites(company.rows()),
                new Ledger(company.rows()), company.clock());
    }

    private void insert(String id, Deadline deadline, long suspended) {
        company.sql(
                "insert into kernel_task (id, order_number, kind, subject, task_role, holder, opened_at, event_day, within_days,"
                        + " last_day, due_at, provisional, calendar, suspended_at, decision, judged, asked, version)"
                        + " values (?, 'SO-2026-00001', 'entry.enter', '', 'sales.rep', '', 0, ?, ?, ?, ?, 1, ?, ?, '', 1, 0, 1)",
                id, deadline.eventDay(), deadline.within().count(), deadline.lastDay(), deadline.dueAt(), deadline.calendar(),
                suspended);
    }
}
