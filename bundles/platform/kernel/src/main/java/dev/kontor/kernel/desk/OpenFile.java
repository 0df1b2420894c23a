package dev.kontor.kernel.desk;

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
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.desk.OpenView.Part;
import dev.kontor.kernel.journal.Line;
import dev.kontor.kernel.wall.Working;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An order's file, open for work: its row is locked, and everything done here ends with the command. */
final class OpenFile implements OrderFile {

    private final Office office;
    private final Work work;
    private final OpenView view;
    private final TaskWork tasks;
    private final MachineWork machines;

    private OpenFile(Office office, OrderNumber number, Work work) {
        this.office = office;
        this.work = work;
        this.view = new OpenView(office, number, work);
        this.tasks = new TaskWork(office, view, work);
        this.machines = new MachineWork(office, this);
    }

    /** @throws Refused {@code NOT_FOUND} when there is no such order */
    static OpenFile locked(Office office, OrderNumber number, Work work) {
        if (!office.orderWrites.lock(number)) {
            throw OpenView.notFound(number);
        }
        work.holdsOrder();
        return new OpenFile(office, number, work);
    }

    /** Of an order whose row this command has just written. */
    static OpenFile fresh(Office office, OrderNumber number, Work work) {
        return new OpenFile(office, number, work);
    }

    OpenView view() {
        return view;
    }

    TaskWork tasks() {
        return tasks;
    }

    Work work() {
        return work;
    }

    void note(String kind, Text what, List<Change> changes, String decision) {
        work.note(number().value(), new Line(kind, what, changes, decision));
    }

    @Override
    public void register(Contract signed, boolean judged) {
        new ContractWork(office, work).register(this, signed, judged);
    }

    @Override
    public void revise(Order content) {
        OrderSummary before = summary();
        if (content.revision() != before.revision() + 1 || !content.number().equals(number())) {
            throw new IllegalArgumentException("After revision %d of %s comes revision %d, not %d of %s."
                    .formatted(before.revision(), number(), before.revision() + 1, content.revision(), content.number()));
        }
        machines.demandRoomIn(content);
        new ContractWork(office, work).revise(this, content);
        note("order.revised", Text.of("kernel.order-revised", content.revision()), List.of(
                new Change("revision", "" + before.revision(), "" + content.revision()),
                new Change("total", before.total().map(Object::toString).orElse(""), content.total().toString())));
    }

    @Override
    public void reach(MilestoneName milestone) {
        reach(milestone, today());
    }

    /** A milestone belongs to the department that says it reaches it: "delivered" has one way only. */
    void demandOwn(MilestoneName milestone) {
        if (!office.departments.mayReach(milestone)) {
            throw new IllegalStateException("%s of %s is another department's to reach.".formatted(milestone, number()));
        }
    }

    /** Of the regulation's ways back some lead through other departments' milestones; none of them is a partner's to go. */
    void demandWayBack(MilestoneName milestone) {
        if (Working.isPartners()) {
            demandOwn(milestone);
        }
    }

    /** The company's own departments end each other's tasks, by the regulation; a partner's bundle its own alone. */
    private Task changeable(TaskId id) {
        Task task = tasks.open(id);
        if (Working.isPartners() && !Working.is(tasks.owner(task))) {
            throw new IllegalStateException("The task %s of %s is another department's.".formatted(task.kind(), number()));
        }
        return task;
    }

    /** @throws Refused {@code CONFLICT} while a hold stands, naming it */
    void demandNoHold(MilestoneName milestone) {
        office.conclusions.hold(number(), milestone).ifPresent(hold -> {
            throw Refused.because(
                    Refused.Reason.CONFLICT,
                    Text.of("kernel.hold-stands", Text.of("milestone." + milestone), hold.reason(), hold.clause()));
        });
    }

    /** @throws Refused {@code INVALID} for a day to come */
    void demandPast(LocalDate on) {
        if (on.isAfter(today())) {
            throw Refused.because(Refused.Reason.INVALID, Text.of("kernel.day-to-come", on));
        }
    }

    @Override
    public void reach(MilestoneName milestone, LocalDate on) {
        demandOwn(milestone);
        demandNoHold(milestone);
        demandPast(on);
        int revision = summary().revision();
        if (office.orders.milestones(number()).stream()
                .anyMatch(before -> before.name().equals(milestone) && before.revision() >= revision)) {
            return;
        }
        office.orderWrites.reach(number(), milestone, revision, on, work.actor().id(), work.now());
        view.changed(Part.SUMMARY, Part.MILESTONES);
        Text name = Text.of("milestone." + milestone);
        boolean now = on.equals(today());
        note("milestone.reached", now ? Text.of("kernel.milestone-reached", name) : Text.of("kernel.milestone-reached-on", name, on), List.of());
        office.arrivals.send(number(), milestone, milestones(), revision, work.now());
    }

    @Override
    public void withdraw(MilestoneName milestone, Text why) {
        if (!milestones().contains(milestone)) {
            return;
        }
        demandWayBack(milestone);
        office.orderWrites.withdraw(number(), milestone);
        view.changed(Part.SUMMARY, Part.MILESTONES);
        note("milestone.withdrawn", Text.of("kernel.milestone-withdrawn", Text.of("milestone." + milestone), why), List.of());
    }

    @Override
    public Machine enrol(SerialNumber serial, int line, BigDecimal quantity) {
        return machines.enrol(serial, line, quantity);
    }

    @Override
    public void carryOver(SerialNumber machine, Text why) {
        machines.carryOver(machine, why);
    }

    @Override
    public void strike(SerialNumber machine, Text why) {
        machines.strike(machine, why);
    }

    @Override
    public void reach(SerialNumber machine, MilestoneName milestone, LocalDate on) {
        machines.reach(machine, milestone, on);
    }

    @Override
    public void withdraw(SerialNumber machine, MilestoneName milestone, Text why) {
        machines.withdraw(machine, milestone, why);
    }

    @Override
    public void plan(DepartmentId department, String matter, LocalDate on) {
        office.plans.put(number().value(), department.value(), matter, on);
    }

    @Override
    public void unplan(DepartmentId department, String matter) {
        office.plans.withdraw(number().value(), department.value(), matter);
    }

    @Override
    public Task raise(NewTask task) {
        return tasks.raise(task, "");
    }

    @Override
    public void complete(TaskId id, Outcome outcome) {
        Task task = changeable(id);
        Department owner = tasks.owner(task);
        tasks.end(task, outcome);
        owner.completed(this, task, outcome);
    }

    @Override
    public void cancel(TaskId id, Text why) {
        tasks.cancel(changeable(id), why, "");
    }

    @Override
    public void assign(TaskId id, PersonId holder) {
        tasks.assign(changeable(id), holder);
    }

    @Override
    public boolean take(TaskId id) {
        return tasks.take(id);
    }

    @Override
    public boolean giveBack(TaskId id) {
        return tasks.giveBack(id);
    }

    @Override
    public void suspend(TaskId id, Text why) {
        tasks.suspend(changeable(id), why);
    }

    @Override
    public void resume(TaskId id) {
        tasks.resume(changeable(id));
    }

    @Override
    public Decision consult(Question question) {
        return office.consultation.consult(this, question);
    }

    @Override
    public List<CustomerId> lock(CustomerId customer) {
        return work.lock(customer);
    }

    @Override
    public Document file(DocumentKind kind, Upload upload) {
        Document filed = office.documents.file(number(), kind, upload, work.actor().id(), work.now());
        view.changed(Part.DOCUMENTS);
        note("document.filed", Text.of("kernel.document-filed", Text.of("document." + kind), filed.name()),
                List.of(new Change("digest", "", filed.digest())));
        return filed;
    }

    @Override
    public void destroy(Document document) {
        boolean mine = documents().stream().anyMatch(each -> each.id().equals(document.id()) && each.digest().equals(document.digest()));
        if (!mine || !office.departments.isArchive()) {
            throw new IllegalStateException("The document %s of %s is not to be destroyed here.".formatted(document.id(), number()));
        }
        if (office.documents.destroy(document, work.actor().id(), work.now())) {
            view.changed(Part.DOCUMENTS);
            note("document.destroyed",
                    Text.of("kernel.document-destroyed", Text.of("document." + document.kind()), document.name()),
                    List.of(new Change("digest", document.digest(), "")));
        }
    }

    @Override
    public void note(String kind, Text what, List<Change> changes) {
        note(kind, what, changes, "");
    }

    @Override
    public void notify(Role role, Text what) {
        work.tell("person.told", Optional.of(number()), what, Set.of(role), Set.of());
    }

    @Override
    public void notify(PersonId person, Text what) {
        work.tell("person.told", Optional.of(number()), what, Set.of(), Set.of(person));
    }

    @Override
    public void index(String name, String words) {
        office.search.put(number(), name, words);
    }

    @Override
    public OrderNumber number() {
        return view.number();
    }

    @Override
    public OrderSummary summary() {
        return view.summary();
    }

    @Override
    public Optional<Order> order() {
        return view.order();
    }

    @Override
    public Optional<Order> order(int revision) {
        return view.order(revision);
    }

    @Override
    public Set<MilestoneName> milestones() {
        return view.milestones();
    }

    @Override
    public List<Milestone> passed() {
        return view.passed();
    }

    @Override
    public List<Machine> machines() {
        return view.machines();
    }

    @Override
    public List<Task> openTasks() {
        return view.openTasks();
    }

    @Override
    public List<Document> documents() {
        return view.documents();
    }

    @Override
    public List<Decision> decisions() {
        return view.decisions();
    }

    @Override
    public Optional<Decision> decision(ConsultationPoint point) {
        return view.decision(point);
    }

    @Override
    public ReasonWords words(Concluded concluded) {
        return view.words(concluded);
    }

    @Override
    public Person actor() {
        return work.actor();
    }

    @Override
    public Instant now() {
        return work.now();
    }

    @Override
    public LocalDate today() {
        return work.today();
    }
}
