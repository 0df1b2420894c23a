package dev.kontor.kernel.desk;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Desk.Known;
import dev.kontor.api.desk.Desk.Offer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.wall.Wall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person can ask for now, with the form for it. Reads in the transaction of the thread. */
@Component(service = Offers.class)
public final class Offers {

    private static final Logger LOG = LoggerFactory.getLogger(Offers.class);

    private final Office office;
    private final Commands commands;
    private final Gate gate;
    private final Execution execution;
    private final Wall wall;

    @Activate
    public Offers(
            @Reference Office office,
            @Reference Commands commands,
            @Reference Gate gate,
            @Reference Execution execution,
            @Reference Wall wall) {
        this.office = office;
        this.commands = commands;
        this.gate = gate;
        this.execution = execution;
        this.wall = wall;
    }

    OpenView view(OrderNumber order, Person reader) {
        return new OpenView(office, order, new Work(office, reader)).seenBy(reader);
    }

    /** Work on tasks first. */
    List<Offer> all(OrderNumber order, Person person) {
        OpenView file = view(order, person);
        List<Offer> found = new ArrayList<>();
        for (OrderCommand command : commands.onOrder().stream().sorted(Comparator.comparingInt(OrderCommand::position)).toList()) {
            tasks(command, file).forEach(task -> add(command, file, task, found));
        }
        found.sort(Comparator.comparing(offer -> offer.task().isEmpty()));
        return found;
    }

    private static Stream<Optional<Task>> tasks(OrderCommand command, OpenView file) {
        return command.task()
                .map(kind -> file.openTasks(kind).stream().map(Optional::of))
                .orElseGet(() -> Stream.of(Optional.empty()));
    }

    /** A department that fails here spoils its own offers, not the page. */
    private void add(OrderCommand command, OpenView file, Optional<Task> task, List<Offer> found) {
        try {
            wall.part(command, () -> offered(command, file, task), missing -> Optional.<Offer>empty()).ifPresent(found::add);
        } catch (Refused refused) {
            LOG.info("{} is not offered on {}: {}", command.name(), file.number(), refused.getMessage());
        }
    }

    private Optional<Offer> offered(OrderCommand command, OpenView file, Optional<Task> task) {
        boolean allowed = task.map(each -> gate.allows(each, file.actor(), file.today()))
                .orElseGet(() -> gate.allows(command, file.actor()));
        return allowed && command.offered(file, task) ? Optional.of(offer(command, file, task)) : Optional.empty();
    }

    private static Offer offer(OrderCommand command, OpenView file, Optional<Task> task) {
        return new Offer(
                command.name(),
                command.title(),
                Optional.of(file.number()),
                task,
                command.form(file, task),
                command.initial(file, task),
                Gate.version(command, file, task));
    }

    Offer one(String name, Optional<OrderNumber> order, Optional<TaskId> asked, Person person) {
        Optional<OrderCommand> onOrder = commands.onOrder(name);
        if (onOrder.isEmpty()) {
            return company(name, "", person);
        }
        OrderCommand command = onOrder.get();
        OpenView file = view(order.orElseThrow(Execution::noOrder), person);
        TaskWork tasks = new TaskWork(office, file, new Work(office, person));
        Optional<Task> task = gate.task(command, file, tasks, asked);
        gate.check(command, file, task);
        return offer(command, file, task);
    }

    /** @throws Refused when it is not known, or not this person's */
    Offer company(String name, String subject, Person person) {
        CompanyCommand command = execution.company(name);
        if (!gate.allows(command, person)) {
            throw Gate.forbidden();
        }
        return new Offer(
                command.name(),
                command.title(),
                Optional.empty(),
                Optional.empty(),
                command.form(person, subject),
                command.initial(person, subject),
                command.version(subject));
    }

    List<Known> known() {
        Stream<Known> onOrder = commands.onOrder().stream()
                .map(each -> new Known(each.name(), each.title(), true, each.task().isPresent(), each.roles()));
        Stream<Known> onCompany = commands.onCompany().stream()
                .map(each -> new Known(each.name(), each.title(), false, false, each.roles()));
        return Stream.concat(onOrder, onCompany).sorted(Comparator.comparing(Known::command)).toList();
    }
}
