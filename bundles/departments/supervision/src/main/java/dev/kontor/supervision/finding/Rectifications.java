package dev.kontor.supervision.finding;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.supervision.Supervision;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tasks by which a finding is put right and looked at again. */
@Component(service = Rectifications.class)
public final class Rectifications {

    private final FindingBook book;
    private final WorkingCalendar calendar;

    @Activate
    public Rectifications(@Reference FindingBook book, @Reference WorkingCalendar calendar) {
        this.book = book;
        this.calendar = calendar;
    }

    /** @return the last day */
    LocalDate ask(OrderFile file, Finding finding, WorkingDays within) {
        Deadline deadline = calendar.deadline(file.today(), within);
        Role owner = new Role(finding.owner());
        NewTask owed = NewTask.of(Supervision.RECTIFICATION, owner).about(finding.code()).until(deadline);
        file.raise(owner.equals(Role.SALES_REP) ? owed.heldBy(file.summary().representative()) : owed);
        finding.demandAgain(deadline.lastDay());
        return deadline.lastDay();
    }

    Finding of(OrderView file, Task task) {
        return book.finding(file.number(), task.subject())
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("supervision.no-finding")));
    }

    /** Its owner says that it is done: the supervision group looks. */
    public void carriedOut(OrderFile file, Task task) {
        Finding finding = of(file, task);
        file.raise(NewTask.of(Supervision.VERIFICATION, Role.SUPERVISOR)
                .about(finding.code())
                .until(calendar.deadline(file.today(), WorkingDays.of(finding.days()))));
    }
}
