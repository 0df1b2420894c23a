package dev.kontor.testkit.conformance;

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.store.Transactions;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.RuleBook;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How a department answers when the platform calls it. Each check asks on an order file of its own. */
public final class CallbackCheck {

    /** Processor time of one callback; what departments do takes some milliseconds. */
    private static final long MOST_NANOS = 1_000_000_000L;

    private final List<?> services;
    private final Order order;
    private final RuleBook rules;
    private final Supplier<Transactions> transactions;
    private final Department department;

    /** @param services of the bundle, one of them the department */
    public CallbackCheck(List<?> services, Order order, RuleBook rules, Supplier<Transactions> transactions) {
        this.services = services;
        this.order = order;
        this.rules = rules;
        this.transactions = transactions;
        this.department = services.stream()
                .filter(Department.class::isInstance)
                .map(Department.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The services %s hold no department.".formatted(services)));
    }

    /** An order stands before the department. */
    private FakeOrderFile file(Arrival arrival) {
        FakeOrderFile file = new FakeOrderFile(order, rules).with(services.toArray());
        arrival.milestones().forEach(file::reach);
        return file;
    }

    private List<String> each(Function<Arrival, List<String>> check) {
        return department.opensOn().stream().flatMap(arrival -> check.apply(arrival).stream()).toList();
    }

    private void command(Runnable work) {
        transactions.get().command(() -> {
            work.run();
            return department;
        });
    }

    /** A file may arrive again: after an amendment, after a command that was begun anew. */
    public List<String> repeated() {
        return each(this::repeated);
    }

    private List<String> repeated(Arrival arrival) {
        FakeOrderFile file = file(arrival);
        command(() -> arrival.work().open(file));
        String once = left(file);
        command(() -> arrival.work().open(file));
        String twice = left(file);
        return once.equals(twice)
                ? List.of()
                : List.of("After the arrival %s there is %s; after the same again there is %s.".formatted(arrival.name(), once, twice));
    }

    private static String left(FakeOrderFile file) {
        List<String> tasks = file.openTasks().stream().map(task -> (task.kind() + " " + task.subject()).strip()).sorted().toList();
        List<String> milestones = file.milestones().stream().map(MilestoneName::value).sorted().toList();
        return "tasks %s, milestones %s, %d documents".formatted(tasks, milestones, file.documents().size());
    }

    /** Callbacks run in the transaction that others wait for: they compute little, and start nothing that goes on. */
    public List<String> prompt() {
        return each(this::prompt);
    }

    private List<String> prompt(Arrival arrival) {
        List<String> problems = new ArrayList<>();
        FakeOrderFile file = file(arrival);
        command(() -> { }); // the transaction manager's own clock starts with the first
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        measure("of the arrival " + arrival.name(), () -> arrival.work().open(file), problems);
        for (Task task : file.openTasks()) {
            measure("completed, of " + task.kind(), () -> file.complete(task.id(), Outcome.of("done")), problems);
        }
        Set<Thread> begun = new HashSet<>(Thread.getAllStackTraces().keySet());
        begun.removeAll(before);
        begun.stream().filter(Thread::isAlive).forEach(thread -> problems.add(
                "The thread %s goes on after the callbacks, in %s; plan a matter for a day instead.".formatted(thread.getName(), where(thread))));
        return problems;
    }

    private static String where(Thread thread) {
        return Arrays.stream(thread.getStackTrace()).map(StackTraceElement::toString).collect(Collectors.joining(" < "));
    }

    private void measure(String callback, Runnable call, List<String> problems) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        command(call);
        long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        if (used > MOST_NANOS) {
            problems.add("The callback %s took %d ms of processor time; others wait meanwhile.".formatted(callback, used / 1_000_000));
        }
    }

    /** What the rules were not asked about does not pass: the refusal reaches the platform, or nothing is reached. */
    public List<String> closed() {
        return each(this::closed);
    }

    private List<String> closed(Arrival arrival) {
        FakeOrderFile file = file(arrival).withoutRules();
        Set<MilestoneName> before = file.milestones();
        try {
            command(() -> arrival.work().open(file));
        } catch (Refused refused) {
            return List.of();
        }
        return file.milestones().stream()
                .filter(milestone -> !before.contains(milestone))
                .map(milestone -> "%s was reached although the rules could not be asked. Maybe a refusal is caught.".formatted(milestone))
                .toList();
    }
}
