package dev.kontor.kernel.time;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.time.Calendars.Day;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.store.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of the company's own working days and days off. */
@Component(service = OverrideBook.class)
public final class OverrideBook {

    private final Transactions transactions;
    private final Rows rows;

    @Activate
    public OverrideBook(@Reference Transactions transactions, @Reference Rows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    List<Day> days() {
        return transactions.read(() -> rows.all("select day, working, reason from kernel_calendar_override order by day").stream()
                .map(row -> new Day(row.day(0), row.flag(1), row.text(2), true))
                .toList());
    }

    /** Inside a command; the calendar follows once it has committed. */
    void set(Day day, PersonId by, Instant at, CompanyCalendar calendar) {
        rows.run("delete from kernel_calendar_override where day = ?", day.day());
        rows.run(
                "insert into kernel_calendar_override (day, working, reason, made_by, made_at) values (?, ?, ?, ?, ?)",
                day.day(), day.working(), day.name(), by, at);
        transactions.afterCommit(() -> calendar.override(days()));
    }

    void withdraw(LocalDate day, CompanyCalendar calendar) {
        rows.run("delete from kernel_calendar_override where day = ?", day);
        transactions.afterCommit(() -> calendar.override(days()));
    }
}
