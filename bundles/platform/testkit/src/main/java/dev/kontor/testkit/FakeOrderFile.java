package dev.kontor.testkit;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.document.Upload;
import dev.kontor.api.journal.Change;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion.Hold;
import dev.kontor.api.rule.Conclusion.Require;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.DecisionRecord.Told;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.rule.Outlook;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.RuleEngine.Answer;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.rule.facts.RecentContracts;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An order's file in memory, for tests of departments: keeps revisions, milestones, tasks, holds and notices, asks a
 * {@link RuleBook} and carries out Require and Hold as the kernel does. Time stands still until it is moved.
 */
public final class FakeOrderFile implements OrderFile {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Map<Integer, Order> revisions = new TreeMap<>();
    private final Map<MilestoneName, Milestone> milestones = new LinkedHashMap<>();
    private final FakeMachines machines = new FakeMachines();
    private final Map<String, LocalDate> planned = new TreeMap<>();
    private final Map<TaskId, Task> tasks = new LinkedHashMap<>();
    private final Map<Owed, Raised> required = new HashMap<>();
    private final Map<ConsultationPoint, List<Hold>> holds = new LinkedHashMap<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private final List<Department> departments = new ArrayList<>();
    private final List<FactSource> sources = new ArrayList<>();
    private final Set<TaskId> taken = new HashSet<>();
    private final List<Text> told = new ArrayList<>();
    private final List<String> noted = new ArrayList<>();
    private final WeekdayCalendar calendar = new WeekdayCalendar();
    private final RuleBook rules;
    private Person actor = new Person(PersonId.SYSTEM, "system", Set.of(), "en");
    private LocalDate today;

    public FakeOrderFile(Order order, RuleBook rules) {
        this.rules = rules;
        this.today = order.contract().signedOn();
        revisions.put(order.revision(), order);
        stand(MilestoneName.ENTRY_REGISTERED, today);
    }

    private void stand(MilestoneName milestone, LocalDate on) {
        int revision = order().map(Order::revision).orElse(0);
        milestones.put(milestone, new Milestone(milestone, revision, on, now(), actor.id()));
    }

    /** Departments hear of their tasks' ends and of decisions at their points; sources are asked for facts. */
    public FakeOrderFile with(Object... services) {
        for (Object service : services) {
            if (service instanceof Department department) {
                departments.add(department);
            }
            if (service instanceof FactSource source) {
                sources.add(source);
            }
        }
        return this;
    }

    /** The platform hands the file over. */
    public void arrive(Department department, String arrival) {
        department.opensOn().stream().filter(each -> each.name().equals(arrival)).findFirst().orElseThrow().work().accept(this);
    }

    public FakeOrderFile as(String person, Role... roles) {
        actor = new Person(new PersonId(person), person, Set.of(roles), "en");
        return this;
    }

    public void setToday(LocalDate day) {
        today = day;
    }

    /** What people were told, oldest first. */
    public List<Text> told() {
        return List.copyOf(told);
    }

    /** The kinds of the journal's lines. */
    public List<String> noted() {
        return List.copyOf(noted);
    }

    /** The one open task of the kind and subject. */
    public Task task(TaskKind kind, String subject) {
        return openTasks(kind).stream()
                .filter(task -> task.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No open task %s %s among %s".formatted(kind, subject, openTasks())));
    }

    @Override
    public void register(Contract signed, boolean judged) {
        stand(MilestoneName.ENTRY_REGISTERED, today);
    }

    @Override
    public void revise(Order content) {
        revisions.put(content.revision(), content);
    }

    @Override
    public void reach(MilestoneName milestone) {
        reach(milestone, today);
    }

    private void demandNoHold(MilestoneName milestone) {
        holds.values().stream().flatMap(List::stream).filter(hold -> hold.milestone().equals(milestone)).findFirst().ifPresent(hold -> {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.held", hold.subject()));
        });
    }

    @Override
    public void reach(MilestoneName milestone, LocalDate on) {
        demandNoHold(milestone);
        demandPast(on);
        if (!milestones.containsKey(milestone) || milestones.get(milestone).revision() < order().map(Order::revision).orElse(0)) {
            milestones.remove(milestone);
            stand(milestone, on);
        }
    }

    private void demandPast(LocalDate on) {
        if (on.isAfter(today)) {
            throw Refused.because(Refused.Reason.INVALID, Text.of("kernel.day-to-come", on));
        }
    }

    @Override
    public Machine enrol(SerialNumber serial, int line, BigDecimal quantity) {
        return machines.enrol(order().orElseThrow(), serial, line, quantity, now());
    }

    @Override
    public void strike(SerialNumber machine, Text why) {
        machines.strike(machine);
    }

    @Override
    public void reach(SerialNumber machine, MilestoneName milestone, LocalDate on) {
        demandNoHold(milestone);
        demandPast(on);
        machines.reach(machine, milestone, on, now(), actor.id());
    }

    @Override
    public void withdraw(SerialNumber machine, MilestoneName milestone, Text why) {
        machines.withdraw(machine, milestone);
    }

    @Override
    public void plan(DepartmentId department, String matter, LocalDate on) {
        planned.put(department + " " + matter, on);
    }

    @Override
    public void unplan(DepartmentId department, String matter) {
        planned.remove(department + " " + matter);
    }

    /** The day by {@code <department> <matter>}. */
    public Map<String, LocalDate> planned() {
        return Map.copyOf(planned);
    }

    /** Time goes on to the day; whatever was planned up to it is attended to by its department, the earliest first. */
    public void goOnTo(LocalDate day) {
        Optional<Map.Entry<String, LocalDate>> next = planned.entrySet().stream()
                .filter(each -> !each.getValue().isAfter(day))
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::copyOf);
        if (next.isEmpty()) {
            today = day;
            return;
        }
        planned.remove(next.get().getKey());
        today = next.get().getValue().isAfter(today) ? next.get().getValue() : today;
        int blank = next.get().getKey().indexOf(' ');
        String matter = next.get().getKey().substring(blank + 1);
        departments.stream()
                .filter(each -> each.id().value().equals(next.get().getKey().substring(0, blank)))
                .forEach(each -> each.attend(this, matter));
        goOnTo(day);
    }

    @Override
    public void withdraw(MilestoneName milestone, Text why) {
        milestones.remove(milestone);
    }

    @Override
    public Task raise(NewTask task) {
        Task raised = new Task(
                new TaskId(UUID.randomUUID()), number(), task.kind(), task.subject(), task.role(), task.holder(), now(),
                task.deadline(), Optional.empty(), "", 1);
        tasks.put(raised.id(), raised);
        return raised;
    }

    @Override
    public void complete(TaskId id, Outcome outcome) {
        Task task = ended(id);
        departments.stream()
                .filter(each -> each.id().value().equals(task.kind().department()))
                .forEach(each -> each.completed(this, task, outcome));
    }

    @Override
    public void cancel(TaskId id, Text why) {
        ended(id);
    }

    private Task ended(TaskId id) {
        Task task = tasks.remove(id);
        if (task == null) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.task-ended"));
        }
        return task;
    }

    @Override
    public void assign(TaskId id, PersonId holder) {
        tasks.computeIfPresent(id, (key, task) -> changed(task, Optional.of(holder), task.suspendedAt()));
    }

    @Override
    public boolean take(TaskId id) {
        boolean free = tasks.containsKey(id) && actor.holds(tasks.get(id).role()) && tasks.get(id).holder().isEmpty();
        if (free) {
            assign(id, actor.id());
            taken.add(id);
        }
        return free;
    }

    @Override
    public boolean giveBack(TaskId id) {
        boolean mine = taken.contains(id) && tasks.containsKey(id) && tasks.get(id).holder().filter(actor.id()::equals).isPresent();
        if (mine) {
            tasks.computeIfPresent(id, (key, task) -> changed(task, Optional.empty(), task.suspendedAt()));
        }
        return mine;
    }

    @Override
    public void suspend(TaskId id, Text why) {
        tasks.computeIfPresent(id, (key, task) -> changed(task, task.holder(), Optional.of(now())));
    }

    @Override
    public void resume(TaskId id) {
        tasks.computeIfPresent(id, (key, task) -> changed(task, task.holder(), Optional.empty()));
    }

    private static Task changed(Task task, Optional<PersonId> holder, Optional<Instant> suspended) {
        return new Task(task.id(), task.order(), task.kind(), task.subject(), task.role(), holder, task.openedAt(),
                task.deadline(), suspended, task.decision(), task.version() + 1);
    }

    /** As {@link #consult} asks; nothing is carried out. */
    public Outlook.Answer look(Question question) {
        LocalDate day = question.eventDay().orElse(today);
        List<SetVersion> versions = versions(question);
        return new Outlook.Answer(versions, day, rules.ask(versions, day, facts(question)).conclusions().stream().map(this::told).toList());
    }

    private Told told(Concluded concluded) {
        ReasonWords words = words(concluded);
        return new Told(concluded.conclusion(), concluded.set(), concluded.rule(), words.english(), words.chinese());
    }

    private List<SetVersion> versions(Question question) {
        return question.versions().isEmpty() ? rules.versions(question.point()) : question.versions();
    }

    private List<Record> facts(Question question) {
        List<Record> facts = new ArrayList<>(question.facts());
        order().ifPresent(order -> {
            facts.add(order);
            facts.add(new RecentContracts(30, order.total(), 1));
        });
        sources.forEach(source -> facts.addAll(source.about(this)));
        return facts;
    }

    @Override
    public Decision consult(Question question) {
        LocalDate day = question.eventDay().orElse(today);
        List<SetVersion> versions = versions(question);
        Answer answer = rules.ask(versions, day, facts(question));
        Decision decision = new Decision(
                UUID.randomUUID().toString(), number().value(), question.point(), versions, List.of(), day,
                calendar.version(), answer.parameters(), answer.firings(), answer.conclusions(), actor.id(), now());
        decisions.removeIf(earlier -> earlier.point().equals(question.point()));
        decisions.add(0, decision);
        holds.put(question.point(), decision.all(Hold.class));
        if (!question.adding()) {
            lift(question, decision);
        }
        decision.all(Require.class).forEach(require -> require(require, question.point(), decision));
        departments.stream()
                .filter(each -> each.id().value().equals(question.point().department()))
                .forEach(each -> each.decided(this, decision));
        return decision;
    }

    /** What was required and is not any more. */
    private void lift(Question question, Decision decision) {
        List<Owed> over = required.keySet().stream()
                .filter(owed -> owed.point().equals(question.point()) && !question.keeping().contains(owed.subject()))
                .filter(owed -> decision.all(Require.class).stream().noneMatch(require -> owed.equals(Owed.of(question.point(), require))))
                .toList();
        over.stream().map(required::remove).map(Raised::task).filter(tasks::containsKey).forEach(task -> cancel(task, Text.plain("")));
    }

    @Override
    public ReasonWords words(Concluded concluded) {
        return rules.words(concluded);
    }

    /** What was done stays done for its revision. */
    private void require(Require require, ConsultationPoint point, Decision decision) {
        int revision = order().map(Order::revision).orElse(0);
        Raised before = required.get(Owed.of(point, require));
        if (before == null || (before.revision() != revision && !tasks.containsKey(before.task()))) {
            Task raised = new Task(
                    new TaskId(UUID.randomUUID()), number(), require.task(), require.subject(), require.role(), Optional.empty(),
                    now(), Optional.of(calendar.deadline(decision.day(), require.within())), Optional.empty(), decision.id(), 1);
            tasks.put(raised.id(), raised);
            required.put(Owed.of(point, require), new Raised(raised.id(), revision));
        }
    }

    /** By what required work is the same as what was required before. */
    private record Owed(ConsultationPoint point, TaskKind kind, String subject) {
        static Owed of(ConsultationPoint point, Require require) {
            return new Owed(point, require.task(), require.subject());
        }
    }

    private record Raised(TaskId task, int revision) {}

    /** There is nobody to wait for, and no affiliate. */
    @Override
    public List<CustomerId> lock(CustomerId customer) {
        return List.of(customer);
    }

    @Override
    public Document file(DocumentKind kind, Upload upload) {
        Document document = new Document(
                UUID.randomUUID().toString(), number(), kind, upload.name(), upload.type(), upload.size(), upload.digest(), actor.id(), now());
        documents.add(document);
        return document;
    }

    @Override
    public void note(String kind, Text what, List<Change> changes) {
        noted.add(kind);
    }

    @Override
    public void notify(Role role, Text what) {
        told.add(what);
    }

    @Override
    public void notify(PersonId person, Text what) {
        told.add(what);
    }

    @Override
    public void index(String name, String words) {
        // a search index is no department's business
    }

    @Override
    public OrderNumber number() {
        return revisions.values().iterator().next().number();
    }

    @Override
    public OrderSummary summary() {
        Order order = order().orElseThrow();
        return new OrderSummary(
                number(), order.revision(), order.contract().number(), order.customer(), order.customerName(),
                order.contract().signedOn(), order.representative(), milestones.keySet().stream().reduce((one, next) -> next).orElseThrow(),
                Optional.of(order.total()), true, now(), 1);
    }

    @Override
    public Optional<Order> order() {
        return revisions.values().stream().reduce((one, next) -> next);
    }

    @Override
    public Optional<Order> order(int revision) {
        return Optional.ofNullable(revisions.get(revision));
    }

    @Override
    public Set<MilestoneName> milestones() {
        return Set.copyOf(milestones.keySet());
    }

    @Override
    public List<Milestone> passed() {
        return List.copyOf(milestones.values());
    }

    @Override
    public List<Machine> machines() {
        return machines.all();
    }

    @Override
    public List<Task> openTasks() {
        return List.copyOf(tasks.values());
    }

    @Override
    public List<Document> documents() {
        return List.copyOf(documents);
    }

    @Override
    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    @Override
    public Person actor() {
        return actor;
    }

    @Override
    public Instant now() {
        return today.atTime(9, 0).atZone(ZONE).toInstant();
    }

    @Override
    public LocalDate today() {
        return today;
    }
}
