package dev.kontor.testkit;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.Question;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.document.Upload;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.rule.Outlook;
import dev.kontor.api.rule.RuleEngine.Answer;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An order's file in memory, for tests of departments: keeps revisions, milestones, tasks, holds and notices, asks a
 * {@link RuleBook} and carries out Require and Hold as the kernel does. Time stands still until it is moved.
 */
public final class FakeOrderFile extends FakeMachineWork {

    private final FakePlans plans = new FakePlans();
    private final List<Department> departments = new ArrayList<>();
    private final List<Text> told = new ArrayList<>();
    private final List<String> noted = new ArrayList<>();

    public FakeOrderFile(Order order, RuleBook rules) {
        super(order, rules);
    }

    /** Departments hear of their tasks' ends and of decisions at their points; sources are asked for facts. */
    public FakeOrderFile with(Object... services) {
        for (Object service : services) {
            if (service instanceof Department department) {
                departments.add(department);
            }
            if (service instanceof FactSource source) {
                rules.add(source);
            }
        }
        return this;
    }

    /** The platform hands the file over. */
    public void arrive(Department department, String arrival) {
        department.opensOn().stream().filter(each -> each.name().equals(arrival)).findFirst().orElseThrow().work().open(this);
    }

    public FakeOrderFile as(String person, Role... roles) {
        actor = new Person(new PersonId(person), person, Set.of(roles), "en");
        return this;
    }

    /** As when a rule set of the roster cannot decide: from now on every question to the rules is refused. */
    public FakeOrderFile withoutRules() {
        rules.lose();
        return this;
    }

    /** As while the order is registered and nothing of it was submitted. */
    public FakeOrderFile notSubmitted() {
        submitted = false;
        return this;
    }

    public void setToday(LocalDate day) {
        today = day;
    }

    /** As of an order that is taken over: its file begins now, whatever happened before. */
    public void beginNow() {
        registeredAt = now();
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
        machines.demandRoomIn(content);
        revisions.put(content.revision(), content);
    }

    @Override
    public void reach(MilestoneName milestone) {
        reach(milestone, today);
    }

    @Override
    public void reach(MilestoneName milestone, LocalDate on) {
        rules.demandNoHold(milestone);
        demandPast(on);
        if (!milestones.containsKey(milestone) || milestones.get(milestone).revision() < order().map(Order::revision).orElse(0)) {
            milestones.remove(milestone);
            stand(milestone, on);
        }
    }

    @Override
    public void plan(DepartmentId department, String matter, LocalDate on) {
        plans.plan(department, matter, on);
    }

    @Override
    public void unplan(DepartmentId department, String matter) {
        plans.unplan(department, matter);
    }

    /** The day by {@code <department> <matter>}. */
    public Map<String, LocalDate> planned() {
        return plans.all();
    }

    /** Time goes on to the day; whatever was planned up to it is attended to by its department, the earliest first. */
    public void goOnTo(LocalDate day) {
        for (Optional<FakePlans.Planned> next = plans.next(day); next.isPresent(); next = plans.next(day)) {
            FakePlans.Planned due = next.orElseThrow();
            today = due.on().isAfter(today) ? due.on() : today;
            departments.stream().filter(each -> each.id().value().equals(due.department())).forEach(each -> each.attend(this, due.matter()));
        }
        today = day;
    }

    @Override
    public void withdraw(MilestoneName milestone, Text why) {
        milestones.remove(milestone);
    }

    @Override
    public void complete(TaskId id, Outcome outcome) {
        Task task = tasks.end(id);
        departments.stream()
                .filter(each -> each.id().value().equals(task.kind().department()))
                .forEach(each -> each.completed(this, task, outcome));
    }

    /** As {@link #consult} asks; nothing is carried out. */
    public Outlook.Answer look(Question question) {
        return rules.look(this, question);
    }

    @Override
    public Decision consult(Question question) {
        Decision decision = rules.consult(this, question);
        departments.stream()
                .filter(each -> each.id().value().equals(question.point().department()))
                .forEach(each -> each.decided(this, decision));
        return decision;
    }

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
    public void destroy(Document document) {
        documents.replaceAll(each -> each.equals(document) ? each.destroyed(now()) : each);
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
}
