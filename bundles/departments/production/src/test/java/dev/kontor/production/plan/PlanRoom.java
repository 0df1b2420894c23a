package dev.kontor.production.plan;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.Finished;
import dev.kontor.production.ProductionDepartment;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.capacity.Capacity;
import dev.kontor.production.plan.capacity.SetWorkCentre;
import dev.kontor.production.plan.delay.AcknowledgeDelay;
import dev.kontor.production.plan.delay.DelayBook;
import dev.kontor.production.plan.delay.Delays;
import dev.kontor.production.plan.delay.NotifyAbnormality;
import dev.kontor.production.plan.delay.NotifyDelay;
import dev.kontor.production.plan.delay.PassOnDelay;
import dev.kontor.production.quality.Batches;
import dev.kontor.production.quality.InspectedSteps;
import dev.kontor.production.purchasing.Purchasing;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.purchasing.book.LeadTimes;
import dev.kontor.production.purchasing.book.PurchaseBook;
import dev.kontor.production.purchasing.book.SupplierBook;
import dev.kontor.production.quality.InspectionReport;
import dev.kontor.production.quality.Outdated;
import dev.kontor.production.quality.PresentReleased;
import dev.kontor.production.quality.Quality;
import dev.kontor.production.quality.Unpresented;
import dev.kontor.production.quality.book.Inspection;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.book.InspectionPlan;
import dev.kontor.production.quality.book.InspectionPlans;
import dev.kontor.production.quality.book.QualityBook;
import dev.kontor.production.quality.page.QualityBlocks;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.FakePrinter;
import dev.kontor.testkit.RuleBook;
import dev.kontor.testkit.StillClock;
import dev.kontor.testkit.WeekdayCalendar;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Production's planning with its rows in a real database, the company's rules, and two work centres of 8 hours a day. */
final class PlanRoom implements AutoCloseable {

    /** A Monday. */
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static final RuleBook RULES = RuleBook.of(
            List.of(Path.of("src", "test", "rules"), Path.of("..", "..", "..", "rules")),
            "production/plan", "production/start", "production/quality", "production/deadlines", "finance/production.start");

    final FakePrinter printer = new FakePrinter();
    final List<String> after = new ArrayList<>();
    final WeekdayCalendar calendar = new WeekdayCalendar();
    final PlanBook book;
    final DelayBook delayBook;
    final Capacity capacity;
    final QualityBook qualityBook;
    final Planning planning;
    private final Forecasting forecasting;
    private final Quality quality;
    private final StoreHarness store;
    private final PlanForm form;
    private final Placing placing;
    private final Revising revising;
    private final Delays delays;
    private LocalDate today = MONDAY;

    PlanRoom(Dialect dialect) {
        store = StoreHarness.on(dialect);
        book = new PlanBook(store.unit("production"));
        delayBook = new DelayBook(store.unit("production"));
        capacity = new Capacity(store.unit("production"), calendar);
        placing = new Placing(capacity);
        forecasting = new Forecasting(book, placing, calendar);
        planning = new Planning(book, forecasting, calendar);
        qualityBook = new QualityBook(store.unit("production"));
        InspectionPlans plans = new InspectionPlans(store.unit("production"));
        SupplierBook suppliers = new SupplierBook(store.unit("production"));
        quality = new Quality(qualityBook, new InspectionReport(new QualityBlocks(qualityBook, plans, suppliers), printer), book, planning,
                new Unpresented(qualityBook, book, new Batches(qualityBook, suppliers), calendar));
        form = new PlanForm(book, capacity);
        revising = new Revising(form, new Versions(book, placing, forecasting), planning, new PlanPaper(printer, book))
                .followedBy(List.of(file -> after.add(file.number() + " " + book.of(file.number()).size()), new PresentReleased(quality)));
        delays = new Delays(delayBook, book, planning, calendar);
        centre("MILL", "8");
        centre("ASSEMBLY", "8");
    }

    StillClock clock() {
        return new StillClock(() -> today.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    }

    /** Answers what the orders that were planned at it are to be attended to for. */
    List<String> centre(String code, String hours) {
        boolean known = store.transactions().read(() -> capacity.centre(code)).isPresent();
        FakeCompanyFile company = new FakeCompanyFile(today, RULES).as("qian", Role.PRODUCTION_PLANNER);
        command(() -> new SetWorkCentre(capacity).run(company, new Values(
                Map.of(known ? "subject" : "code", code, "name", code.toLowerCase(), "capacity", hours))));
        return company.entrusted();
    }

    /** A cleared order has arrived. */
    FakeOrderFile arrived(Order order) {
        FakeOrderFile file = new FakeOrderFile(order, RULES).with(
                department(), new PlanFacts(book, delayBook, qualityBook, calendar));
        file.setToday(today);
        file.reach(MilestoneName.REVIEW_CLEARED);
        run(() -> file.arrive(department(), MilestoneName.REVIEW_CLEARED.value()));
        return file.as("qian", Role.PRODUCTION_PLANNER);
    }

    ProductionDepartment department() {
        SupplierBook suppliers = new SupplierBook(store.unit("production"));
        return new ProductionDepartment(planning, new Outdated(quality, qualityBook, book, planning), new Purchasing(
                new PurchaseBook(store.unit("production")), suppliers, new LeadTimes(store.unit("production"), suppliers), calendar));
    }

    static Order lines(Order plain, String... quantities) {
        List<OrderLine> lines = new ArrayList<>();
        for (String quantity : quantities) {
            OrderLine line = plain.lines().get(0);
            lines.add(new OrderLine(lines.size() + 1, line.model(), line.name(), new BigDecimal(quantity), line.unit(),
                    line.unitPrice(), line.taxRate(), line.parameters(), line.accessories()));
        }
        return new Order(plain.number(), plain.revision(), plain.contract(), plain.customer(), plain.customerName(), plain.contact(),
                lines, plain.payment(), plain.delivery(), plain.terms(), plain.representative(), plain.channel(), plain.more());
    }

    static Map<String, Object> plan(LocalDate start, Values... operations) {
        return new HashMap<>(Map.of("start-on", start.toString(), "operations", List.of(operations)));
    }

    static Values operation(int line, String name, String centre, String hours) {
        return new Values(Map.of("line", String.valueOf(line), "name", name, "centre", centre, "hours", hours));
    }

    Answer make(FakeOrderFile file, Map<String, Object> values) {
        return onTask(file, new MakePlan(form, revising), Planning.PLAN, values);
    }

    Answer change(FakeOrderFile file, Map<String, Object> values) {
        return command(() -> changing().run(file, Optional.empty(), new Values(values)));
    }

    ChangePlan changing() {
        return new ChangePlan(form, revising, book);
    }

    Answer release(FakeOrderFile file, Map<String, Object> values) {
        return onTask(file, releasing(), Planning.RELEASE, values);
    }

    ReleasePlan releasing() {
        return new ReleasePlan(book, forecasting, planning, revising);
    }

    Answer report(FakeOrderFile file, Map<String, Object> values) {
        return onTask(file, reporting(), Finished.PROGRESS, values);
    }

    private ReportProgress reporting() {
        return new ReportProgress(book, placing, forecasting, planning, new InspectedSteps(qualityBook, quality));
    }

    /** The order's review is open again, for a change of it. */
    void underReview(FakeOrderFile file, Order changed) {
        file.revise(changed);
        file.withdraw(MilestoneName.REVIEW_CLEARED, Text.plain("changed"));
        run(() -> file.arrive(department(), MilestoneName.ENTRY_SUBMITTED.value()));
    }

    /** And cleared again. */
    void cleared(FakeOrderFile file) {
        file.reach(MilestoneName.REVIEW_CLEARED);
        run(() -> file.arrive(department(), MilestoneName.REVIEW_CLEARED.value()));
    }

    /** Every machine of the order passes the inspections. */
    void passed(FakeOrderFile file, InspectionKind... kinds) {
        InspectionPlan standard = new InspectionPlan("", kinds[0].word(), 1, "the first", "sun", file.now());
        run(() -> Stream.of(kinds).forEach(kind -> file.machines().forEach(machine -> {
            Inspection inspection = new Inspection(machine, kind, 1, "qian", file.now());
            inspection.made(standard, true, "", "", "ma", file.now());
            qualityBook.keep(inspection);
        })));
    }

    /** A batch for the order has come and was inspected. */
    Delivery came(FakeOrderFile file) {
        return command(() -> {
            Delivery batch = Delivery.here(Delivery.STOCK, "S-1", today, today);
            batch.count(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO);
            batch.comeFor(file.number(), 1, "spindle", "B-77");
            batch.record("he", file.now());
            batch.inspect(BigDecimal.ZERO, "", "", "");
            batch.inspected("ma", file.now());
            qualityBook.keep(batch);
            quality.ask(file);
            return batch;
        });
    }

    /** Something else has changed of which quality hears. */
    void heard(FakeOrderFile file) {
        run(() -> quality.ask(file));
    }

    Answer notice(FakeOrderFile file, Map<String, Object> values) {
        return onTask(file, new NotifyDelay(delays), Delays.NOTICE, values);
    }

    NotifyAbnormality abnormality() {
        return new NotifyAbnormality(delays, book);
    }

    Answer acknowledge(FakeOrderFile file) {
        return onTask(file, new AcknowledgeDelay(delayBook, planning), Delays.ACKNOWLEDGE, Map.of());
    }

    Answer passOn(FakeOrderFile file, Map<String, Object> values) {
        return onTask(file, new PassOnDelay(delayBook, planning, clock()), Delays.PASS_ON, values);
    }

    private Answer onTask(FakeOrderFile file, OrderCommand command, TaskKind kind, Map<String, Object> values) {
        return command(() -> command.run(file, Optional.of(file.openTasks(kind).get(0)), new Values(values)));
    }

    /** Time goes on, for this order too. */
    void goOnTo(LocalDate day, FakeOrderFile... files) {
        today = day;
        for (FakeOrderFile file : files) {
            run(() -> file.goOnTo(day));
        }
    }

    /** The steps that a report ticks, by name. */
    List<String> steps(FakeOrderFile file, String... names) {
        return read(() -> book.operations(file.number()).stream()
                .filter(each -> List.of(names).contains(each.name()))
                .map(each -> each.id())
                .toList());
    }

    <R> R command(Supplier<R> work) {
        return store.transactions().command(work);
    }

    void run(Runnable work) {
        command(() -> {
            work.run();
            return null;
        });
    }

    <R> R read(Supplier<R> reading) {
        return store.transactions().read(reading);
    }

    static List<String> gaps(Refused refused) {
        return refused.gaps().stream().map(Refused.Gap::field).toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
