package dev.kontor.production.purchasing;

import static dev.kontor.testkit.AnOrder.anOrder;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.production.plan.Materials;
import dev.kontor.production.purchasing.book.Purchase;
import dev.kontor.production.purchasing.book.PurchaseBook;
import dev.kontor.production.purchasing.book.Requisition;
import dev.kontor.production.purchasing.book.SupplierBook;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.RuleBook;
import dev.kontor.testkit.WeekdayCalendar;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Purchasing with its rows in a real database, the company's rules, an order that is cleared, and a plan that needs material. */
final class PurchasingRoom implements AutoCloseable {

    static final LocalDate NEEDED = LocalDate.of(2026, 4, 1);
    private static final RuleBook RULES =
            RuleBook.of(List.of(Path.of("..", "..", "..", "rules")), "production/purchasing", "production/suppliers");

    final PurchaseBook book;
    final SupplierBook suppliers;
    final Purchasing purchasing;
    final FakeOrderFile file = new FakeOrderFile(anOrder().build(), RULES);
    final FakeCompanyFile company = new FakeCompanyFile(file.today(), RULES);
    final List<Materials.Need> needs = new ArrayList<>();
    private final StoreHarness store;

    PurchasingRoom(Dialect dialect) {
        store = StoreHarness.on(dialect);
        book = new PurchaseBook(store.unit("production"));
        suppliers = new SupplierBook(store.unit("production"));
        purchasing = new Purchasing(book, new WeekdayCalendar());
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

    void releasePlan() {
        file.as("qian", Role.PRODUCTION_PLANNER);
        command(() -> {
            new RequestPlanned(order -> List.copyOf(needs), purchasing, book).released(file);
            return null;
        });
    }

    void setBudget(String amount) {
        file.as("sun", Role.PRODUCTION_REVIEWER);
        command(() -> new SetBudget(book).run(file, Optional.empty(), new Values(Map.of("amount", amount, "reason", "estimate"))));
    }

    /** The materials are bought at one price each, on a contract of this number. */
    Answer buy(String request, String contract, String supplier, String price, String... materials) {
        file.as("he", Role.PRODUCTION_PURCHASER);
        Task task = file.task(Purchasing.BUY, request);
        List<Requisition> wanted = command(() -> book.open(file.number(), request));
        List<Values> lines = wanted.stream()
                .filter(each -> List.of(materials).contains(each.name()))
                .map(each -> new Values(Map.of("material", each.id(), "price", price)))
                .toList();
        Values values = new Values(Map.of(
                "supplier", supplier, "reason", "best score", "contract", contract, "signed-on", file.today().toString(),
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
        return command(() -> new Receive(purchasing, book).initial(file, Optional.empty()));
    }

    void receive(String contract, int line, String received, String rejected) {
        file.as("he", Role.PRODUCTION_PURCHASER);
        String id = command(() -> book.lines(book.contract(contract).orElseThrow()).get(line).id());
        Values values = new Values(Map.of(
                "line", id, "delivered-on", file.today().toString(), "received", received, "rejected", rejected, "batch", "B-1"));
        command(() -> new Receive(purchasing, book).run(file, Optional.empty(), values));
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
