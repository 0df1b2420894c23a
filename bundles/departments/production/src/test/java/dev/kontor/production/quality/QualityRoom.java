package dev.kontor.production.quality;

import static dev.kontor.testkit.AnOrder.anOrder;

import dev.kontor.api.customer.EquipmentModel;
import dev.kontor.api.customer.EquipmentModels;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.ProductionDepartment;
import dev.kontor.production.plan.Forecasting;
import dev.kontor.production.plan.Placing;
import dev.kontor.production.plan.PlanFacts;
import dev.kontor.production.plan.Planning;
import dev.kontor.production.plan.book.Piece;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.book.PlannedOperation;
import dev.kontor.production.plan.book.ProductionPlan;
import dev.kontor.production.plan.book.WorkOrder;
import dev.kontor.production.plan.capacity.Capacity;
import dev.kontor.production.plan.capacity.SetWorkCentre;
import dev.kontor.production.plan.delay.DelayBook;
import dev.kontor.production.purchasing.ApproveSupplier;
import dev.kontor.production.purchasing.Purchasing;
import dev.kontor.production.purchasing.RecordSupplier;
import dev.kontor.production.purchasing.TakeIn;
import dev.kontor.production.purchasing.book.LeadTimes;
import dev.kontor.production.purchasing.book.PurchaseBook;
import dev.kontor.production.purchasing.book.SupplierBook;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.book.InspectionPlans;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.QualityBook;
import dev.kontor.production.quality.page.QualityBlocks;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeAccounts;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.FakePrinter;
import dev.kontor.testkit.RuleBook;
import dev.kontor.testkit.WeekdayCalendar;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Quality with its rows in a real database, the company's rules, and one machine of an order in production. */
final class QualityRoom implements AutoCloseable {

    static final SerialNumber MACHINE = new SerialNumber("CNC-500-2026-0001");
    private static final RuleBook RULES = RuleBook.of(List.of(Path.of("..", "..", "..", "rules")), "production/quality", "production/plan");

    final QualityBook book;
    final InspectionPlans plans;
    final PlanBook plan;
    final Planning planning;
    final QualityBlocks blocks;
    final Quality quality;
    final FakePrinter printer = new FakePrinter();
    final FakeOrderFile file = new FakeOrderFile(anOrder().build(), RULES);
    final FakeCompanyFile company = new FakeCompanyFile(file.today(), RULES);
    final SupplierBook suppliers;
    final Batches batches;
    /** Of which the machine is built, unless a test says otherwise. */
    final String spindle;
    final FakeAccounts accounts = new FakeAccounts().with("qian", Role.PRODUCTION_PLANNER);
    private final StoreHarness store;

    QualityRoom(Dialect dialect) {
        store = StoreHarness.on(dialect);
        WeekdayCalendar calendar = new WeekdayCalendar();
        book = new QualityBook(store.unit("production"));
        plans = new InspectionPlans(store.unit("production"));
        suppliers = new SupplierBook(store.unit("production"));
        batches = new Batches(book, suppliers);
        plan = new PlanBook(store.unit("production"));
        blocks = new QualityBlocks(book, plans, suppliers);
        planning = new Planning(plan, new Forecasting(plan, new Placing(new Capacity(store.unit("production"), calendar)), calendar), calendar);
        quality = new Quality(book, new InspectionReport(blocks, printer), plan, planning, new Unpresented(book, plan, batches, calendar));
        file.reach(MilestoneName.REVIEW_CLEARED);
        file.reach(MilestoneName.PRODUCTION_STARTED);
        file.enrol(MACHINE, 1, BigDecimal.ONE);
        supplier("S-1", "Shanghai Spindle");
        spindle = came("B-77 a");
    }

    private void supplier(String code, String name) {
        company.as("he", Role.PRODUCTION_PURCHASER);
        command(() -> new RecordSupplier(suppliers).run(company, new Values(Map.of("code", code, "name", name, "contact", "021-1"))));
        company.as("sun", Role.PRODUCTION_REVIEWER);
        command(() -> new ApproveSupplier(suppliers).run(company, new Values(Map.of(
                "subject", code, "verdict", "approved", "until", file.today().plusYears(1).toString(), "reason", "audited"))));
    }

    /** A batch of two spindles was taken in and inspected, all of it right; answers its id. */
    String came(String batch) {
        String id = takenIn(batch);
        inspectReceipt("ma", "0");
        return id;
    }

    String takenIn(String batch) {
        file.as("he", Role.PRODUCTION_PURCHASER);
        return command(() -> new TakeIn(quality, book, suppliers).run(file, Optional.empty(), new Values(Map.of(
                "material", "spindle", "supplier", "S-1", "received", "2", "batch", batch, "reason", "from stock")))).id();
    }

    void inspectReceipt(String by, String rejected) {
        inspectReceipt(by, Map.of("rejected", rejected, "defect", rejected.equals("0") ? "" : "cracked"));
    }

    void inspectReceipt(String by, Map<String, Object> values) {
        file.as(by, Role.PRODUCTION_INSPECTOR);
        Task owed = file.openTasks(Quality.RECEIPT).get(0);
        command(() -> new InspectReceipt(quality, book, plans, goods()).run(file, Optional.of(owed), new Values(values)));
    }

    Goods goods() {
        return new Goods(book, new PurchaseBook(store.unit("production")), purchasing());
    }

    Analyse analysing() {
        return new Analyse(quality, book, batches, accounts);
    }

    private Purchasing purchasing() {
        return new Purchasing(new PurchaseBook(store.unit("production")), suppliers,
                new LeadTimes(store.unit("production"), suppliers), new WeekdayCalendar());
    }

    private Gate gate() {
        return new Gate(book, plans, plan, batches);
    }

    <R> R command(Supplier<R> work) {
        return store.transactions().command(work);
    }

    /** The machine was planned, and its plan released today: every step is expected to be done today. */
    void planned(String... steps) {
        company.as("qian", Role.PRODUCTION_PLANNER);
        command(() -> new SetWorkCentre(new Capacity(store.unit("production"), new WeekdayCalendar())).run(company,
                new Values(Map.of("code", "MILL", "name", "mill", "capacity", "8"))));
        command(() -> {
            Piece piece = new Piece(file.number(), 1, 1, BigDecimal.ONE);
            piece.carry(MACHINE);
            plan.keep(piece);
            ProductionPlan version = new ProductionPlan(file.number(), 1, 1, file.today(), "");
            version.made(file.today(), "qian", file.now());
            plan.keep(version);
            WorkOrder work = new WorkOrder(file.number());
            work.stand(version);
            work.release(file.today());
            plan.keep(work);
            Stream.of(steps).forEach(step -> plan.keep(step(version, piece, step)));
            return work;
        });
        file.with(new PlanFacts(plan, new DelayBook(store.unit("production")), book, new WeekdayCalendar()));
        file.reach(MilestoneName.REVIEW_CLEARED);
    }

    /** Another step, in the version that stands. */
    void alsoPlanned(String step) {
        command(() -> {
            plan.keep(step(plan.plan(file.number()).orElseThrow(), plan.pieces(file.number()).get(0), step));
            return step;
        });
    }

    private PlannedOperation step(ProductionPlan version, Piece piece, String name) {
        PlannedOperation step = new PlannedOperation(version, piece, plan.operations(file.number()).size() + 1, name, "MILL", BigDecimal.ONE);
        step.expect(file.today(), file.today());
        step.plan();
        return step;
    }

    void done(String... steps) {
        doneBy("qian", steps);
    }

    void doneBy(String who, String... steps) {
        command(() -> {
            plan.operations(file.number()).stream()
                    .filter(each -> List.of(steps).contains(each.name()))
                    .forEach(each -> each.finish(file.today(), who));
            return steps;
        });
    }

    WorkOrder work() {
        return command(() -> plan.workOrder(file.number())).orElseThrow();
    }

    Machine machine() {
        return file.machines().get(0);
    }

    /** Flatness up to 0.05 mm and travel of 499.5 to 500.5 mm are measured; the finish is looked at. */
    void setPlan(InspectionKind kind, String model) {
        setPlan(kind, model, "0.05");
    }

    Answer setPlan(InspectionKind kind, String model, String flatness) {
        Values values = new Values(Map.of(
                "model", model,
                "kind", kind.word(),
                "characteristics", List.of(
                        new Values(Map.of("name", "flatness", "unit", "mm", "upper", flatness)),
                        new Values(Map.of("name", "travel", "unit", "mm", "lower", "499.5", "upper", "500.5")),
                        new Values(Map.of("name", "finish"))),
                "reason", "GB/T 17421"));
        return setPlan(values);
    }

    Answer setPlan(Values values) {
        company.as("sun", Role.PRODUCTION_REVIEWER);
        return command(() -> new SetInspectionPlan(plans, new OneModel()).run(company, values));
    }

    void setAllPlans() {
        Stream.of(InspectionKind.values()).forEach(kind -> setPlan(kind, ""));
    }

    void present(InspectionKind kind) {
        file.as("qian", Role.PRODUCTION_PLANNER);
        Values values = new Values(Map.of("kind", kind.word(), "machines", List.of(MACHINE.value())));
        command(() -> new Present(quality, gate()).run(file, Optional.empty(), values));
    }

    /** What stands in the form at first. */
    Values toPresent() {
        return command(() -> new Present(quality, gate()).initial(file, Optional.empty()));
    }


    Inspect inspect() {
        return new Inspect(quality, book, plans, batches);
    }

    void inspect(InspectionKind kind, int attempt, String flatness) {
        inspect(kind, attempt, Map.of("value-1", flatness, "value-2", "500", "value-3", "conforms", "components", List.of(spindle)));
    }

    void inspect(InspectionKind kind, int attempt, Map<String, Object> values) {
        inspect(file.task(Quality.INSPECTION, MACHINE + " " + kind.word() + " " + attempt), values);
    }

    /** Whoever opened the form of the task before. */
    void inspect(Task task, Map<String, Object> values) {
        inspect("ma", task, values);
    }

    void inspect(String who, Task task, Map<String, Object> values) {
        file.as(who, Role.PRODUCTION_INSPECTOR);
        command(() -> inspect().run(file, Optional.of(task), new Values(values)));
    }

    void pass(InspectionKind kind) {
        present(kind);
        inspect(kind, 1, "0.05");
    }

    void analyse(int nonconformity, int round, String disposition) {
        file.as("ma", Role.PRODUCTION_INSPECTOR);
        Map<String, Object> values = Map.of("cause", "worn guide", "correction", "grind", "corrective-action", "check guides weekly",
                "disposition", disposition, "responsible", "qian");
        work(Quality.CAUSE, nonconformity, round, task -> analysing().run(file, task, new Values(values)));
    }

    void report() {
        file.as("ma", Role.PRODUCTION_INSPECTOR);
        command(() -> new ReportNonconformity(quality, book, batches).run(file, Optional.empty(),
                new Values(Map.of("machine", MACHINE.value(), "what", "a step was skipped"))));
    }

    void correct(int nonconformity, int round) {
        correct("qian", nonconformity, round);
    }

    void correct(String who, int nonconformity, int round) {
        file.as(who, Role.PRODUCTION_PLANNER);
        work(Quality.CORRECTION, nonconformity, round,
                task -> new Correct(quality, book, goods()).run(file, task, new Values(Map.of("done", "ground and measured"))));
    }

    void release(String by, String verdict) {
        file.as(by, Role.PRODUCTION_REVIEWER);
        work(Quality.RELEASE, 1, 1, task -> new Release(quality, book, goods())
                .run(file, task, new Values(Map.of("verdict", verdict, "grounds", "has no effect on accuracy"))));
    }

    private void work(
            TaskKind kind, int nonconformity, int round, Function<Optional<Task>, Answer> work) {
        Optional<Task> task = Optional.of(file.task(kind, "%s-N%d %d".formatted(MACHINE, nonconformity, round)));
        command(() -> work.apply(task));
    }

    /** The order is changed, and the change cleared. */
    void change(UnaryOperator<OrderLine> line) {
        Order order = file.order().orElseThrow();
        file.withdraw(MilestoneName.REVIEW_CLEARED, Text.plain("changed"));
        file.revise(new Order(order.number(), order.revision() + 1, order.contract(), order.customer(), order.customerName(),
                order.contact(), order.lines().stream().map(line).toList(), order.payment(), order.delivery(), order.terms(),
                order.representative(), order.channel(), order.more()));
        reviewed(MilestoneName.ENTRY_SUBMITTED);
        file.reach(MilestoneName.REVIEW_CLEARED);
        reviewed(MilestoneName.REVIEW_CLEARED);
    }

    private void reviewed(MilestoneName milestone) {
        command(() -> {
            file.arrive(department(), milestone.value());
            return milestone;
        });
    }

    /** The platform hands the file over for a matter that was planned. */
    void attend(String matter) {
        command(() -> {
            department().attend(file, matter);
            return matter;
        });
    }

    private ProductionDepartment department() {
        return new ProductionDepartment(planning, outdated(), purchasing());
    }

    private Outdated outdated() {
        return new Outdated(quality, book, plan, planning);
    }

    /** What the planner may be asked about the machine after a change. */
    List<String> toDecide() {
        return file.openTasks(Quality.CONFORMITY).stream().map(Task::subject).toList();
    }

    void decide(String by, String verdict) {
        file.as(by, Role.PRODUCTION_REVIEWER);
        Task owed = file.openTasks(Quality.CONFORMITY).get(0);
        command(() -> new DecideConformity(outdated(), quality)
                .run(file, Optional.of(owed), new Values(Map.of("verdict", verdict, "grounds", "the faster spindle is in it"))));
    }

    Nonconformity nonconformity() {
        return command(() -> book.nonconformities(MACHINE.value())).get(0);
    }

    @Override
    public void close() {
        store.close();
    }

    /** A catalogue with the order's model in it. */
    private static final class OneModel implements EquipmentModels {

        @Override
        public Optional<EquipmentModel> model(String model) {
            return Optional.of(new EquipmentModel("CNC-500", "CNC", "台", Money.cny(1), List.of(), 1)).filter(each -> each.model().equals(model));
        }

        @Override
        public List<EquipmentModel> search(String words, int limit) {
            return List.of();
        }

        @Override
        public Page list(String words, String after, int limit) {
            return new Page(List.of(), "");
        }
    }
}
