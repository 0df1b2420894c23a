package dev.kontor.kernel.desk;

import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.time.Clock;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.kernel.arrival.Arrivals;
import dev.kontor.kernel.arrival.Plans;
import dev.kontor.kernel.customer.CustomerBook;
import dev.kontor.kernel.document.DocumentShelf;
import dev.kontor.kernel.journal.Ledger;
import dev.kontor.kernel.machine.MachineRows;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.kernel.order.OrderWrites;
import dev.kontor.kernel.outbox.Outbox;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.rule.Conclusions;
import dev.kontor.kernel.rule.KeptDecisions;
import dev.kontor.kernel.search.SearchIndex;
import dev.kontor.kernel.task.OpenTasks;
import dev.kontor.kernel.task.TaskWrites;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What every file on the desk works with. */
@Component(service = Office.class)
public final class Office {

    /** The platform itself, when it acts on nobody's request. */
    public static final Person PLATFORM = new Person(PersonId.SYSTEM, "Kontor", Set.of(), "en");

    final Rows rows;
    final Clock clock;
    final WorkingCalendar calendar;
    final CustomerBook customers;
    final DocumentShelf documents;
    final SearchIndex search;
    final OrderRows orders;
    final OrderWrites orderWrites;
    final MachineRows machines;
    final OpenTasks tasks;
    final TaskWrites taskWrites;
    final Ledger ledger;
    final Outbox outbox;
    final Arrivals arrivals;
    final Plans plans;
    final Departments departments;
    final Conclusions conclusions;
    final KeptDecisions decisions;
    final Consultation consultation;

    @Activate
    public Office(
            @Reference Rows rows,
            @Reference Clock clock,
            @Reference WorkingCalendar calendar,
            @Reference CustomerBook customers,
            @Reference DocumentShelf documents,
            @Reference SearchIndex search,
            @Reference OrderRows orders,
            @Reference OrderWrites orderWrites,
            @Reference MachineRows machines,
            @Reference OpenTasks tasks,
            @Reference TaskWrites taskWrites,
            @Reference Ledger ledger,
            @Reference Outbox outbox,
            @Reference Arrivals arrivals,
            @Reference Plans plans,
            @Reference Departments departments,
            @Reference Conclusions conclusions,
            @Reference KeptDecisions decisions,
            @Reference Consultation consultation) {
        this.rows = rows;
        this.clock = clock;
        this.calendar = calendar;
        this.customers = customers;
        this.documents = documents;
        this.search = search;
        this.orders = orders;
        this.orderWrites = orderWrites;
        this.machines = machines;
        this.tasks = tasks;
        this.taskWrites = taskWrites;
        this.ledger = ledger;
        this.outbox = outbox;
        this.arrivals = arrivals;
        this.plans = plans;
        this.departments = departments;
        this.conclusions = conclusions;
        this.decisions = decisions;
        this.consultation = consultation;
    }
}
