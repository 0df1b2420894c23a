package dev.kontor.entry;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.document.Upload;
import dev.kontor.api.journal.Change;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** An order's file in memory, for one person at one moment. */
public final class FakeFile implements OrderFile {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final OrderNumber number = OrderNumber.of(2026, NUMBERS.incrementAndGet());
    Instant now = Instant.parse("2026-03-03T02:00:00Z");
    Person actor = new Person(new PersonId("lina"), "Lina", Set.of(Role.SALES_REP), "zh-CN");
    final List<Contract> registered = new ArrayList<>();
    final List<Order> revisions = new ArrayList<>();
    public final List<Task> tasks = new ArrayList<>();
    final List<String> ended = new ArrayList<>();
    final List<Change> noted = new ArrayList<>();
    /** What every decision shows of the company's numbers. */
    final List<Parameter> parameters = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    final List<Question> questions = new ArrayList<>();
    final List<Concluded> conclusions = new ArrayList<>();
    final List<Document> documents = new ArrayList<>();
    final List<String> indexed = new ArrayList<>();
    final Set<MilestoneName> milestones = new HashSet<>(Set.of(MilestoneName.ENTRY_REGISTERED));

    @Override
    public OrderNumber number() {
        return number;
    }

    @Override
    public OrderSummary summary() {
        return new OrderSummary(number(), revisions.size(), new ContractNumber("HT-2026-001"), new CustomerId("C-00042"), "宁波海天",
                LocalDate.of(2026, 3, 2), new PersonId("lina"), MilestoneName.ENTRY_REGISTERED, order().map(Order::total), true,
                now, 1);
    }

    @Override
    public Optional<Order> order() {
        return order(revisions.size());
    }

    @Override
    public Optional<Order> order(int revision) {
        return revision == 0 ? Optional.empty() : Optional.of(revisions.get(revision - 1));
    }

    @Override
    public Set<MilestoneName> milestones() {
        return milestones;
    }

    @Override
    public List<Task> openTasks() {
        return List.copyOf(tasks);
    }

    @Override
    public List<Document> documents() {
        return documents;
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
        return now;
    }

    @Override
    public LocalDate today() {
        return now.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
    }

    @Override
    public void register(Contract signed, boolean judged) {
        registered.add(signed);
        milestones.add(MilestoneName.ENTRY_REGISTERED);
    }

    @Override
    public void revise(Order content) {
        revisions.add(content);
    }

    @Override
    public void reach(MilestoneName milestone) {
        milestones.add(milestone);
    }

    @Override
    public void withdraw(MilestoneName milestone, Text why) {
        milestones.remove(milestone);
    }

    @Override
    public void reach(MilestoneName milestone, LocalDate on) {
        reach(milestone);
    }

    @Override
    public List<Milestone> passed() {
        return milestones.stream().map(each -> new Milestone(each, revisions.size(), today(), now, actor.id())).toList();
    }

    @Override
    public List<Machine> machines() {
        return List.of();
    }

    @Override
    public Machine enrol(SerialNumber serial, int line, BigDecimal quantity) {
        throw new UnsupportedOperationException("no machines here");
    }

    @Override
    public void strike(SerialNumber machine, Text why) {
        throw new UnsupportedOperationException("no machines here");
    }

    @Override
    public void reach(SerialNumber machine, MilestoneName milestone, LocalDate on) {
        throw new UnsupportedOperationException("no machines here");
    }

    @Override
    public void withdraw(SerialNumber machine, MilestoneName milestone, Text why) {
        throw new UnsupportedOperationException("no machines here");
    }

    @Override
    public void plan(DepartmentId department, String matter, LocalDate on) {
        throw new UnsupportedOperationException("nothing is planned here");
    }

    @Override
    public void unplan(DepartmentId department, String matter) {
        throw new UnsupportedOperationException("nothing is planned here");
    }

    @Override
    public Task raise(NewTask task) {
        Task raised = new Task(new TaskId(UUID.randomUUID()), number(), task.kind(), task.subject(), task.role(), task.holder(), now,
                task.deadline(), Optional.empty(), "", 1);
        tasks.add(raised);
        return raised;
    }

    @Override
    public void complete(TaskId task, Outcome outcome) {
        end(task, outcome.verdict());
    }

    @Override
    public void cancel(TaskId task, Text why) {
        end(task, "cancelled");
    }

    private void end(TaskId id, String how) {
        Task task = tasks.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        tasks.remove(task);
        ended.add(task.kind() + " " + how);
    }

    @Override
    public void assign(TaskId task, PersonId holder) {
        tasks.replaceAll(one -> one.id().equals(task)
                ? new Task(one.id(), one.order(), one.kind(), one.subject(), one.role(), Optional.of(holder), one.openedAt(),
                        one.deadline(), one.suspendedAt(), one.decision(), one.version() + 1)
                : one);
    }

    @Override
    public boolean take(TaskId task) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean giveBack(TaskId task) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void suspend(TaskId task, Text why) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resume(TaskId task) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Decision consult(Question question) {
        questions.add(question);
        Decision decision = new Decision("d", number().value(), question.point(), List.of(), List.of(), today(), "cn@1", parameters,
                List.of(), conclusions, actor.id(), now);
        decisions.removeIf(earlier -> earlier.point().equals(question.point()));
        decisions.add(0, decision);
        return decision;
    }

    @Override
    public List<CustomerId> lock(CustomerId customer) {
        return List.of(customer);
    }

    @Override
    public ReasonWords words(Concluded concluded) {
        return new ReasonWords("Too early.", "太早。");
    }

    @Override
    public Document file(DocumentKind kind, Upload upload) {
        Document filed = new Document("doc-" + documents.size(), number(), kind, upload.name(), upload.type(), upload.size(),
                upload.digest(), actor.id(), now);
        documents.add(filed);
        return filed;
    }

    @Override
    public void destroy(Document document) {
        throw new UnsupportedOperationException("the archive's work alone");
    }

    @Override
    public void note(String kind, Text what, List<Change> changes) {
        noted.addAll(changes);
    }

    @Override
    public void notify(Role role, Text what) {
        // nothing is read back here
    }

    @Override
    public void notify(PersonId person, Text what) {
        // nothing is read back here
    }

    @Override
    public void index(String name, String words) {
        indexed.add(words);
    }
}
