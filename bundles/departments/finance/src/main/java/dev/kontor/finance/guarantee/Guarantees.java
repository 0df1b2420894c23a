package dev.kontor.finance.guarantee;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.finance.Numbers;
import dev.kontor.finance.schedule.Schedule;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The guarantees of an order, and the watch over the day on which each expires: before it finance has it back from the customer,
 * or extended (policy 12). Usable only inside a command or a read.
 */
@Component(service = Guarantees.class)
public final class Guarantees {

    static final TaskKind EXPIRY = new TaskKind("finance.guarantee");

    private static final String MATTER = "guarantee ";

    private final EntityManager entities;
    private final WorkingCalendar calendar;

    @Activate
    public Guarantees(@Reference(target = "(osgi.unit.name=finance)") EntityManager entities, @Reference WorkingCalendar calendar) {
        this.entities = entities;
        this.calendar = calendar;
    }

    /** By instalment, the oldest first. */
    public List<Guarantee> of(OrderNumber order) {
        return entities.createQuery(
                        "select one from Guarantee one where one.orderNumber = :order order by one.position, one.recordedAt, one.id",
                        Guarantee.class)
                .setParameter("order", order.value())
                .getResultList();
    }

    /** Those that customers hold. */
    List<Guarantee> held(OrderNumber order) {
        return of(order).stream().filter(Guarantee::isHeld).toList();
    }

    /** The one that the customer holds for an instalment. */
    Optional<Guarantee> held(OrderNumber order, int position) {
        return held(order).stream().filter(each -> each.position() == position).findFirst();
    }

    void keep(Guarantee guarantee) {
        entities.persist(guarantee);
    }

    /** Whether a planned matter is one of a guarantee. */
    public static boolean isMatter(String planned) {
        return planned.startsWith(MATTER);
    }

    /** From some days before it expires finance owes its return; what was owed before the guarantee changed is done. */
    void watch(OrderFile file, Guarantee guarantee) {
        String matter = MATTER + guarantee.position();
        String subject = String.valueOf(guarantee.position());
        file.openTasks(EXPIRY).stream()
                .filter(task -> task.subject().equals(subject))
                .forEach(task -> file.complete(task.id(), Outcome.of(guarantee.state())));
        if (guarantee.isHeld()) {
            int days = Numbers.of(file.consult(Question.at(Schedule.DUE)), "guarantee-reminder-days").whole();
            file.plan(Schedule.FINANCE, matter, guarantee.expiresOn().minusDays(days));
        } else {
            file.unplan(Schedule.FINANCE, matter);
        }
    }

    /** The day has come on which a guarantee is to be looked at. */
    public void attend(OrderFile file, String planned) {
        int position = Integer.parseInt(planned.substring(MATTER.length()));
        held(file.number(), position).ifPresent(guarantee -> {
            LocalDate last = guarantee.expiresOn().isBefore(file.today()) ? file.today() : guarantee.expiresOn();
            WorkingDays left = WorkingDays.of(calendar.workingDaysBetween(file.today(), last));
            file.raise(NewTask.of(EXPIRY, Role.FINANCE_CLERK)
                    .about(String.valueOf(position))
                    .until(calendar.deadline(file.today(), left)));
            Text said = Text.of("finance.guarantee.expires", guarantee.number(), guarantee.bank(), guarantee.amount(), guarantee.expiresOn());
            file.notify(file.summary().representative(), said);
            file.notify(Role.FINANCE_CLERK, said);
        });
    }
}
