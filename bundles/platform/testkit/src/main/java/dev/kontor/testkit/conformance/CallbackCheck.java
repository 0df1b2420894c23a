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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How a department answers when the platform calls it. Each check asks on an order file of its own. */
public final class CallbackCheck {

    private final List<?> services;
    private final Order order;
    private final RuleBook rules;
    private final Supplier<Transactions> transactions;
    private final Supplier<List<String>> rows;
    private final Department department;

    /** @param services of the bundle, one of them the department; it has no tables */
    public CallbackCheck(List<?> services, Order order, RuleBook rules, Supplier<Transactions> transactions) {
        this(services, order, rules, transactions, List::of);
    }

    /** @param rows everything that stands in the department's tables now */
    public CallbackCheck(
            List<?> services, Order order, RuleBook rules, Supplier<Transactions> transactions, Supplier<List<String>> rows) {
        this.services = services;
        this.order = order;
        this.rules = rules;
        this.transactions = transactions;
        this.rows = rows;
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

    /** The store keeps nothing of it, as when it reports a deadlock and the platform begins the command anew. */
    private void undone(Runnable work) {
        try {
            command(() -> {
                work.run();
                throw new Undone();
            });
        } catch (Undone wanted) {
            // nothing is kept
        }
    }

    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** A file may arrive again, after an amendment; a command may be undone by the store and begun anew. */
    public List<String> repeated() {
        return each(this::repeated);
    }

    private List<String> repeated(Arrival arrival) {
        FakeOrderFile lost = file(arrival);
        undone(() -> arrival.work().open(lost));
        FakeOrderFile file = file(arrival);
        command(() -> arrival.work().open(file));
        List<String> once = left(file);
        if (!left(lost).equals(once)) {
            return List.of("A first try of the arrival %s, which the store undid, left %s; begun anew it left %s. Maybe a field remembers the first."
                    .formatted(arrival.name(), left(lost), once));
        }
        List<String> rowsOnce = rows.get();
        command(() -> arrival.work().open(file));
        List<String> twice = left(file);
        List<String> rowsTwice = rows.get();
        return once.equals(twice) && rowsOnce.equals(rowsTwice)
                ? List.of()
                : List.of("After the arrival %s there is %s, after the same again %s."
                        .formatted(arrival.name(), beside(once, rowsOnce, rowsTwice), beside(twice, rowsTwice, rowsOnce)));
    }

    private static List<String> left(FakeOrderFile file) {
        List<String> left = new ArrayList<>();
        file.openTasks().stream().map(task -> "task " + (task.kind() + " " + task.subject()).strip()).sorted().forEach(left::add);
        file.milestones().stream().map(milestone -> "milestone " + milestone).sorted().forEach(left::add);
        file.documents().forEach(document -> left.add("document " + document.kind()));
        file.planned().forEach((matter, day) -> left.add("plan %s on %s".formatted(matter, day)));
        file.noted().forEach(kind -> left.add("line " + kind));
        file.told().forEach(told -> left.add("notice " + told));
        return left;
    }

    /** Of the rows only those that are not on the other side. */
    private static List<String> beside(List<String> left, List<String> rows, List<String> others) {
        List<String> beside = new ArrayList<>(left);
        rows.stream().filter(row -> !others.contains(row)).map(row -> "row " + row).forEach(beside::add);
        return beside;
    }

    /** Callbacks run in the transaction that others wait for: they compute little, wait for nobody, and start nothing that goes on. */
    public List<String> prompt() {
        return each(this::prompt);
    }

    private List<String> prompt(Arrival arrival) {
        command(() -> { }); // the transaction manager's own clock starts with the first
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Map<String, Effort> least = new LinkedHashMap<>();
        do {
            undone(() -> tried(arrival, least));
        } while (least.values().stream().anyMatch(Effort::mayBeChance));
        List<String> problems = new ArrayList<>();
        least.forEach((callback, effort) -> effort.problem(callback).ifPresent(problems::add));
        Set<Thread> begun = new HashSet<>(Thread.getAllStackTraces().keySet());
        begun.removeAll(before);
        begun.stream().filter(Thread::isAlive).forEach(thread -> problems.add(
                "The thread %s goes on after the callbacks, in %s; plan a matter for a day instead.".formatted(thread.getName(), where(thread))));
        return problems;
    }

    private void tried(Arrival arrival, Map<String, Effort> least) {
        FakeOrderFile file = file(arrival);
        spent("of the arrival " + arrival.name(), () -> arrival.work().open(file), least);
        for (Task task : file.openTasks()) {
            spent("completed, of " + task.kind(), () -> file.complete(task.id(), Outcome.of("done")), least);
        }
    }

    private static void spent(String callback, Runnable call, Map<String, Effort> least) {
        least.merge(callback, Effort.of(call), Effort::least);
    }

    private static String where(Thread thread) {
        return Arrays.stream(thread.getStackTrace()).map(StackTraceElement::toString).collect(Collectors.joining(" < "));
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
