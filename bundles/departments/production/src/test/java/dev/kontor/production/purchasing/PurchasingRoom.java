package dev.kontor.production.purchasing;

import static dev.kontor.testkit.AnOrder.anOrder;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.production.plan.Forecasting;
import dev.kontor.production.plan.Materials;
import dev.kontor.production.plan.Placing;
import dev.kontor.production.plan.Planning;
import dev.kontor.production.plan.book.PlanBook;
import dev.kontor.production.plan.capacity.Capacity;
import dev.kontor.production.purchasing.book.LeadTimes;
import dev.kontor.production.purchasing.book.Purchase;
import dev.kontor.production.purchasing.book.PurchaseBook;
import dev.kontor.production.purchasing.book.Requisition;
import dev.kontor.production.purchasing.book.SupplierBook;
import dev.kontor.production.quality.InspectReceipt;
import dev.kontor.production.quality.Analyse;
import dev.kontor.production.quality.Batches;
import dev.kontor.production.quality.Correct;
import dev.kontor.production.quality.Goods;
import dev.kontor.production.quality.InspectionReport;
import dev.kontor.production.quality.Quality;
import dev.kontor.production.quality.Release;
import dev.kontor.production.quality.Unpresented;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Purchasing with its rows in a real database, the company's rules, an order that is cleared, and a plan that needs material. */
final class PurchasingRoom implements AutoCloseable {

    static final LocalDate NEEDED = LocalDate.of(2026, 4, 1);
    private static final RuleBook RULES =
            RuleBook.of(List.of(Path.of("..", "..", "..", "rules")), "production/purchasing", "production/suppliers", "production/quality", "production/plan");

    final PurchaseBook book;
    final SupplierBook suppliers;
    final LeadTimes times;
    final Purchasing purchasing;
    final QualityBook receipts;
    final Quality quality;
    private final InspectionPlans plans;
    final FakeOrderFile file = new FakeOrderFile(anOrder().build(), RULES);
    final FakeCompanyFile company = new FakeCompanyFile(file.today(), RULES);
    final List<Materials.Need> needs = new ArrayList<>();
    private final FakeAccounts accounts = new FakeAccounts().with("zhao", Role.PRODUCTION_PLANNER);
    private final StoreHarness store;

    PurchasingRoom(Dialect dialect) {
        store = StoreHarness.on(dialect);
        book = new PurchaseBook(store.unit("production"));
        suppliers = new SupplierBook(store.unit("production"));
        times = new LeadTimes(store.unit("production"), suppliers);
        purchasing = new Purchasing(book, suppliers, times, new WeekdayCalendar());
        receipts = new QualityBook(store.unit("production"));
        plans = new InspectionPlans(store.unit("production"));
        PlanBook plan = new PlanBook(store.unit("production"));
        WeekdayCalendar calendar = new WeekdayCalendar();
        Planning planning = new Planning(
                plan, new Forecasting(plan, new Placing(new Capacity(store.unit("production"), calendar)), calendar), calendar);
        quality = new Quality(receipts, new InspectionReport(new QualityBlocks(receipts, plans, suppliers), new FakePrinter()), plan, planning,
                new Unpresented(receipts, plan, new Batches(receipts, suppliers), calendar));
        file.reach(MilestoneName.REVIEW_CLEARED);
        supplier("S-1");
        approve("S-1", file.today());
        needs.add(need("spindle", "2"));
        needs.add(need("bed casting", "1"));
    }

    static Materials.Need need(String name, String quantity) {
        return new Materials.Need("1 " + name, 1, name, "", new BigDecimal(quantity), "件", NEEDED);
    }

    <R> R command(Supplier<R> work) {
        return store.transactions().command(work);
    }

    void supplier(String code) {
        company.as("he", Role.PRODUCTION_PURCHASER);
        command(() -> new RecordSupplier(suppliers).run(company, new Values(Map.of("code", code, "name", "Spindle Works", "contact", "021-1"))));
    }

    void approve(String code, LocalDate until) {
        company.as("sun", Role.PRODUCTION_REVIEWER);
        command(() -> new ApproveSupplier(suppliers).run(company, new Values(Map.of(
                "subject", code, "verdict", "approved", "until", until.toString(), "reason", "audited"))));
    }

    void agreeLeadTime(String code, String part, int days) {
        company.as("he", Role.PRODUCTION_PURCHASER);
        command(() -> new AgreeLeadTime(suppliers, times).run(company, new Values(
                Map.of("subject", code, "part", part, "days", String.valueOf(days), "reason", "frame contract"))));
    }

    void bar(String code) {
        company.as("sun", Role.PRODUCTION_REVIEWER);
        command(() -> new ApproveSupplier(suppliers).run(company, new Values(Map.of("subject", code, "verdict", "barred", "reason", "fraud"))));
    }

    void releasePlan() {
        file.as("qian", Role.PRODUCTION_PLANNER);
        command(() -> {
            new RequestPlanned(order -> List.copyOf(needs), purchasing, book).released(file);
            return null;
        });
    }

    /** A budget that leadership has confirmed. */
    void setBudget(String amount) {
        proposeBudget(amount);
        answerBudget("gao", "allowed");
    }

    void proposeBudget(String amount) {
        file.as("sun", Role.PRODUCTION_REVIEWER);
        command(() -> new SetBudget(purchasing, book)
                .run(file, Optional.empty(), new Values(Map.of("amount", amount, "reason", "estimate"))));
    }

    void answerBudget(String by, String verdict) {
        file.as(by, Role.LEADERSHIP);
        Task task = file.openTasks(Purchasing.BUDGET).get(0);
        command(() -> new ConfirmBudget(purchasing, book)
                .run(file, Optional.of(task), new Values(Map.of("verdict", verdict, "grounds", "needed"))));
    }

    /** What is said to who decides on a supplier that is not approved. */
    Form toAllow(String contract) {
        Optional<Task> task = Optional.of(file.task(Purchasing.UNAPPROVED, contract));
        return command(() -> new AllowSupplier(purchasing, book).form(file, task));
    }

    void answerSupplier(String by, String contract, String verdict) {
        file.as(by, Role.PRODUCTION_REVIEWER);
        Task task = file.task(Purchasing.UNAPPROVED, contract);
        command(() -> new AllowSupplier(purchasing, book)
                .run(file, Optional.of(task), new Values(Map.of("verdict", verdict, "grounds", "needed"))));
    }

    /** The materials are bought at one price each, on a contract of this number. */
    Answer buy(String request, String contract, String supplier, String price, String... materials) {
        return buyAllTheSame("", request, contract, supplier, price, materials);
    }

    /** @param override why from this supplier in spite of what the company holds of it */
    Answer buyAllTheSame(String override, String request, String contract, String supplier, String price, String... materials) {
        file.as("he", Role.PRODUCTION_PURCHASER);
        Task task = file.task(Purchasing.BUY, request);
        List<Requisition> wanted = command(() -> book.open(file.number(), request));
        List<Values> lines = wanted.stream()
                .filter(each -> List.of(materials).contains(each.name()))
                .map(each -> new Values(Map.of("material", each.id(), "price", price)))
                .toList();
        Values values = new Values(Map.of(
                "supplier", supplier, "reason", "best score", "override", override, "contract", contract, "signed-on", file.today().toString(),
                "document", new Upload("contract.pdf", "application/pdf", 1, "00"), "due-on", NEEDED.toString(), "lines", lines));
        return command(() -> new Buy(purchasing, book, suppliers).run(file, Optional.of(task), values));
    }

    void decide(String by, String contract, String verdict) {
        file.as(by, Role.LEADERSHIP);
        Task task = file.task(Purchasing.OVER_BUDGET, contract);
        command(() -> new DecidePurchase(purchasing, book)
                .run(file, Optional.of(task), new Values(Map.of("verdict", verdict, "grounds", "needed"))));
    }

    /** What stands in the form at first. */
    Values toReceive() {
        return command(() -> receiving().initial(file, Optional.empty()));
    }

    /** Goods have come, and so many of them are sent back by who inspects them. */
    void receive(String contract, int line, String received, String rejected) {
        receive(contract, line, received);
        inspect(rejected);
    }

    void receive(String contract, int line, String received) {
        file.as("he", Role.PRODUCTION_PURCHASER);
        String id = command(() -> book.lines(book.contract(contract).orElseThrow()).get(line).id());
        Values values = new Values(Map.of("line", id, "delivered-on", file.today().toString(), "received", received, "batch", "B-1"));
        command(() -> receiving().run(file, Optional.empty(), values));
    }

    private Receive receiving() {
        return new Receive(purchasing, book, quality, receipts);
    }

    void inspect(String rejected) {
        inspect("ma", rejected);
    }

    void inspect(String by, String rejected) {
        file.as(by, Role.PRODUCTION_INSPECTOR);
        Task owed = file.openTasks(new TaskKind("production.receipt")).get(0);
        command(() -> new InspectReceipt(quality, receipts, plans, goods()).run(file, Optional.of(owed), new Values(
                rejected.equals("0") ? Map.of("rejected", rejected) : Map.of("rejected", rejected, "defect", "cracked"))));
    }

    private Goods goods() {
        return new Goods(receipts, book, purchasing);
    }

    /** What became of the only nonconformity is decided by an inspector; a supplier is responsible. */
    void analyse(String disposition) {
        analyse(disposition, Map.of("supplier", "S-1"));
    }

    void analyse(String disposition, Map<String, Object> responsible) {
        Map<String, Object> values = new HashMap<>(responsible);
        values.putAll(Map.of("cause", "worn tool", "correction", "grind", "corrective-action", "check tools weekly", "disposition", disposition));
        file.as("ma", Role.PRODUCTION_INSPECTOR);
        owed("production.cause", task -> new Analyse(quality, receipts, new Batches(receipts, suppliers), accounts).run(file, task, new Values(values)));
    }

    void correct(String by) {
        file.as(by, Role.PRODUCTION_PURCHASER);
        owed("production.correction", task -> new Correct(quality, receipts, goods()).run(file, task, new Values(Map.of("done", "ground"))));
    }

    void release(String by) {
        file.as(by, Role.PRODUCTION_REVIEWER);
        owed("production.concession", task -> new Release(quality, receipts, goods())
                .run(file, task, new Values(Map.of("verdict", "released", "grounds", "fits"))));
    }

    private void owed(String kind, Function<Optional<Task>, Answer> work) {
        Optional<Task> task = Optional.of(file.openTasks(new TaskKind(kind)).get(0));
        command(() -> work.apply(task));
    }

    Nonconformity nonconformity() {
        return command(() -> receipts.nonconformities(file.number())).get(0);
    }

    Purchase purchase(String contract) {
        return command(() -> book.contract(contract)).orElseThrow();
    }

    List<String> owed() {
        return file.openTasks().stream().map(task -> task.kind() + " " + task.subject()).sorted().toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
