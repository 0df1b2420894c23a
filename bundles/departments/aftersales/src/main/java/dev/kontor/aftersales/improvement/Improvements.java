package dev.kontor.aftersales.improvement;

import dev.kontor.aftersales.DepartmentRoles;
import dev.kontor.aftersales.Vocabulary;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.form.Field;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The improvements, and who owes them. Usable only inside a command or a read. */
@Component(service = Improvements.class)
public final class Improvements {

    private final EntityManager entities;
    private final WorkingCalendar calendar;
    private final DepartmentRoles departments;

    @Activate
    public Improvements(
            @Reference(target = "(osgi.unit.name=aftersales)") EntityManager entities, @Reference WorkingCalendar calendar,
            @Reference DepartmentRoles departments) {
        this.entities = entities;
        this.calendar = calendar;
        this.departments = departments;
    }

    /** Who can be asked to improve something. */
    public List<Field.Option> owners() {
        return departments.options();
    }

    /** The improvement that the task is about: of a verification each time has its own subject. */
    Optional<Improvement> about(Task task) {
        return Optional.ofNullable(entities.find(Improvement.class, task.order() + "-" + task.subject().replaceFirst("\\.\\d+$", "")));
    }

    /** In the order in which they were planned. */
    public List<Improvement> of(OrderNumber order) {
        return entities.createQuery(
                        "select one from Improvement one where one.orderNumber = :number order by one.plannedAt, one.id", Improvement.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** Newest first. */
    public List<Improvement> ofCustomer(String customer, int most) {
        return list(false, customer, "", most);
    }

    /** Somebody proposes it; its owner is asked at once. */
    public Improvement plan(OrderFile file, String origin, String what, Role owner, LocalDate due) {
        long before = of(file.number()).stream().filter(each -> each.subject().startsWith("I")).count();
        Improvement planned = new Improvement(file.order().orElseThrow(), "I" + (before + 1), origin, what, owner);
        keep(file, planned, due);
        ask(file, planned);
        return planned;
    }

    /** The rules demand it, and have asked its owner. */
    public void keep(OrderFile file, Improvement planned, LocalDate due) {
        planned.plan(due, file.actor().id().value(), file.now());
        entities.persist(planned);
        file.note("aftersales.improvement-planned", Text.of("aftersales.improvement-planned", planned.id(), planned.what()), List.of());
    }

    void ask(OrderFile file, Improvement planned) {
        file.raise(NewTask.of(Vocabulary.IMPROVEMENT, planned.owner())
                .about(planned.subject())
                .until(calendar.deadline(planned.dueOn(), WorkingDays.of(0))));
    }

    /**
     * A part of the list: open ones that are due first, or all of them newest first.
     *
     * @param customer whose; empty for everybody's
     * @param after id of the last of the part before; empty for the first part
     */
    List<Improvement> list(boolean open, String customer, String after, int most) {
        Optional<Improvement> last = Optional.ofNullable(entities.find(Improvement.class, after));
        String from = open ? "select one from Improvement one where one.open = 1" : "select one from Improvement one where one.open < 2";
        String edge = open
                ? " and (one.dueOn > :edge or one.dueOn = :edge and one.id > :id)"
                : " and (one.plannedAt < :edge or one.plannedAt = :edge and one.id < :id)";
        String order = open ? " order by one.dueOn, one.id" : " order by one.plannedAt desc, one.id desc";
        String whose = customer.isEmpty() ? "" : " and one.customer = :customer";
        TypedQuery<Improvement> query = entities.createQuery(from + whose + last.map(each -> edge).orElse("") + order, Improvement.class)
                .setMaxResults(most);
        if (!customer.isEmpty()) {
            query.setParameter("customer", customer);
        }
        last.ifPresent(each -> query
                .setParameter("edge", open ? each.dueOn().toString() : (Object) each.plannedAt().toEpochMilli())
                .setParameter("id", each.id()));
        return query.getResultList();
    }
}
