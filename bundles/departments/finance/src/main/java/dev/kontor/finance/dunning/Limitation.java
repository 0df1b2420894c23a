package dev.kontor.finance.dunning;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.finance.Numbers;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Matter;
import dev.kontor.finance.schedule.PlannedInstalment;
import dev.kontor.finance.schedule.Schedule;
import dev.kontor.finance.schedule.ScheduleRows;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Watches over the limitation period of what is owed (诉讼时效, policy 13): three years from the due day, begun anew by each demand
 * that can be proved, by each payment, and by each statement of account that the customer stamped. What nobody can prove is not
 * counted: it is asked for too early rather than too late.
 *
 * @see "Civil Code of the PRC, article 195"
 */
@Component(service = Limitation.class)
public final class Limitation {

    static final String STEP = "limitation";
    static final DocumentKind PROOF = new DocumentKind("finance.limitation-proof");
    static final TaskKind TASK = new TaskKind(Dunning.LEVEL + STEP);

    /** How it was done where the customer stamped a statement of account. */
    private static final String STATEMENT = "statement";

    private final DunningBook book;
    private final ScheduleRows rows;
    private final WorkingCalendar calendar;

    @Activate
    public Limitation(@Reference DunningBook book, @Reference ScheduleRows rows, @Reference WorkingCalendar calendar) {
        this.book = book;
        this.rows = rows;
        this.calendar = calendar;
    }

    /** The day of the watch: the period has been interrupted meanwhile, or somebody has to interrupt it. */
    void attend(OrderFile file, Due due) {
        Decision decision = file.consult(Question.at(Schedule.DUE));
        LocalDate ends = since(file, due).plusMonths(Numbers.of(decision, "limitation-months").whole());
        LocalDate watch = ends.minusDays(Numbers.of(decision, "limitation-reminder-days").whole());
        if (watch.isAfter(file.today())) {
            file.plan(Schedule.FINANCE, Matter.LIMITATION.named(due.position()), watch);
        } else if (file.openTasks(TASK).stream().noneMatch(task -> task.subject().equals(due.subject()))) {
            ask(file, due, ends, Numbers.of(decision, "limitation-action-days").workingDays());
        }
    }

    /**
     * The customer stamped a statement that says what is owed of the order: each instalment's period begins anew, and whoever owed a
     * step that saves it owes it no longer.
     *
     * @param printed what the stamped statement is called
     * @param stamped the paper with the stamp
     */
    public void acknowledged(OrderFile file, LocalDate day, String person, String printed, Upload stamped) {
        String proof = file.file(PROOF, stamped).id();
        Values said = new Values(Map.of("contacted-on", day.toString(), "person", person, "means", "letter", "said", printed));
        for (PlannedInstalment row : rows.of(file.number()).stream().filter(PlannedInstalment::isOwed).toList()) {
            Contact contact = new Contact(file, row.position(), STATEMENT, said);
            contact.proveBy(proof);
            book.keep(contact);
            file.openTasks(TASK).stream()
                    .filter(task -> task.subject().equals(row.due().subject()))
                    .forEach(task -> file.complete(task.id(), new Outcome(STATEMENT, printed)));
            watchAgain(file, row.position());
        }
        file.note("finance.statement-confirmed", Text.of("finance.statement.acknowledged", printed, person, day), List.of());
    }

    /** The watch finds out by itself from when the period counts now. */
    static void watchAgain(OrderFile file, int position) {
        file.plan(Schedule.FINANCE, Matter.LIMITATION.named(position), file.today().plusDays(1));
    }

    /** The last day on which something happened from which the period counts. */
    private LocalDate since(OrderFile file, Due due) {
        Stream<LocalDate> proved = book.contacts(file.number()).stream()
                .filter(contact -> contact.position() == due.position() && !contact.document().isEmpty())
                .map(Contact::on);
        return Stream.of(due.dueOn().stream(), due.lastReceipt().stream(), proved)
                .flatMap(days -> days)
                .max(Comparator.naturalOrder())
                .orElse(file.today());
    }

    /**
     * Finance has until the period ends, and some days where that is sooner: who hears late of a claim can still act. A period that
     * had ended before the order was taken over violates nothing here.
     */
    private void ask(OrderFile file, Due due, LocalDate ends, WorkingDays least) {
        NewTask task = NewTask.of(TASK, Role.FINANCE_CLERK).about(due.subject());
        WorkingDays left = WorkingDays.of(Math.max(least.count(), calendar.workingDaysBetween(file.today(), ends)));
        boolean endedBefore = file.passed().stream()
                .anyMatch(each -> each.name().equals(MilestoneName.ENTRY_OPENED) && ends.isBefore(each.on()));
        file.raise(endedBefore ? task : task.until(calendar.deadline(file.today(), left)));
        Text said = Text.of("finance.dunning.limitation-ends", due.position(), due.open(), ends);
        file.note("finance.limitation", said, List.of());
        file.notify(Role.FINANCE_CLERK, said);
        file.notify(Role.LEGAL_REVIEWER, said);
        file.notify(file.summary().representative(), said);
    }
}
