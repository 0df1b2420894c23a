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
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
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
import dev.kontor.production.plan.delay.DelayBook;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.book.InspectionPlans;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.QualityBook;
import dev.kontor.production.quality.page.QualityBlocks;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
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
    private final StoreHarness store;

    QualityRoom(Dialect dialect) {
        store = StoreHarness.on(dialect);
        WeekdayCalendar calendar = new WeekdayCalendar();
        book = new QualityBook(store.unit("production"));
        plans = new InspectionPlans(store.unit("production"));
        plan = new PlanBook(store.unit("production"));
        blocks = new QualityBlocks(book, plans);
        planning = new Planning(plan, new Forecasting(plan, new Placing(new Capacity(store.unit("production"), calendar)), calendar), calendar);
        quality = new Quality(book, new InspectionReport(blocks, printer), plan, planning);
        file.reach(MilestoneName.PRODUCTION_STARTED);
        file.enrol(MACHINE, 1, BigDecimal.ONE);
    }

    <R> R command(Supplier<R> work) {
        return store.transactions().command(work);
    }

    /** The machine was planned, and its plan released today: every step is expected to be done today. */
    void planned(String... steps) {
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
        command(() -> {
            plan.operations(file.number()).stream()
                    .filter(each -> List.of(steps).contains(each.name()))
                    .forEach(each -> each.finish(file.today(), "qian"));
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
        command(() -> new Present(quality, new Gate(book, plans, plan)).run(file, Optional.empty(), values));
    }

    /** What stands in the form at first. */
    Values toPresent() {
        return command(() -> new Present(quality, new Gate(book, plans, plan)).initial(file, Optional.empty()));
    }

    Inspect inspect() {
        return new Inspect(quality, book, plans);
    }

    void inspect(InspectionKind kind, int attempt, String flatness) {
        inspect(kind, attempt, Map.of("value-1", flatness, "value-2", "500", "value-3", "conforms", "components", spindle()));
    }

    void inspect(InspectionKind kind, int attempt, Map<String, Object> values) {
        file.as("ma", Role.PRODUCTION_INSPECTOR);
        Optional<Task> task = Optional.of(file.task(Quality.INSPECTION, MACHINE + " " + kind.word() + " " + attempt));
        command(() -> inspect().run(file, task, new Values(values)));
    }

    static List<Values> spindle() {
        return List.of(new Values(Map.of("name", "spindle", "supplier", "Shanghai Spindle", "batch", "B-77 a")));
    }

    void pass(InspectionKind kind) {
        present(kind);
        inspect(kind, 1, "0.05");
    }

    void analyse(int nonconformity, int round, String disposition) {
        file.as("ma", Role.PRODUCTION_INSPECTOR);
        Map<String, Object> values = Map.of("cause", "worn guide", "correction", "grind", "corrective-action", "check guides weekly",
                "disposition", disposition, "responsible", "qian");
        work(Quality.CAUSE, nonconformity, round, task -> new Analyse(quality, book).run(file, task, new Values(values)));
    }

    void correct(int nonconformity, int round) {
        file.as("qian", Role.PRODUCTION_PLANNER);
        work(Quality.CORRECTION, nonconformity, round,
                task -> new Correct(quality, book).run(file, task, new Values(Map.of("done", "ground and measured"))));
    }

    void release(String by, String verdict) {
        file.as(by, Role.PRODUCTION_REVIEWER);
        work(Quality.RELEASE, 1, 1, task -> new Release(quality, book)
                .run(file, task, new Values(Map.of("verdict", verdict, "grounds", "has no effect on accuracy"))));
    }

    private void work(
            TaskKind kind, int nonconformity, int round, Function<Optional<Task>, Answer> work) {
        Optional<Task> task = Optional.of(file.task(kind, "%s-N%d %d".formatted(MACHINE, nonconformity, round)));
        command(() -> work.apply(task));
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
