package dev.kontor.finance;

import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.finance.dunning.Dunning;
import dev.kontor.finance.dunning.DunningBook;
import dev.kontor.finance.dunning.Letters;
import dev.kontor.finance.dunning.Limitation;
import dev.kontor.finance.guarantee.Guarantees;
import dev.kontor.finance.invoice.InvoiceBook;
import dev.kontor.finance.invoice.Invoicing;
import dev.kontor.finance.penalty.ConfirmPenaltyTerms;
import dev.kontor.finance.penalty.Penalties;
import dev.kontor.finance.penalty.PenaltyBook;
import dev.kontor.finance.receipt.Posting;
import dev.kontor.finance.receipt.Receipts;
import dev.kontor.finance.receipt.SettingOff;
import dev.kontor.finance.receipt.RecordReceipt;
import dev.kontor.finance.receipt.StrayReceipts;
import dev.kontor.finance.schedule.Payment;
import dev.kontor.finance.schedule.Schedule;
import dev.kontor.finance.schedule.ScheduleFacts;
import dev.kontor.finance.schedule.ScheduleRows;
import dev.kontor.finance.settlement.DayByDay;
import dev.kontor.finance.settlement.HalfYear;
import dev.kontor.finance.settlement.Reconciliation;
import dev.kontor.finance.settlement.Settling;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.FakePrinter;
import dev.kontor.testkit.RuleBook;
import dev.kontor.testkit.WeekdayCalendar;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One order from its invoices to its settlement, with its rows in a real database and the company's rules. */
public final class TaxRoom implements AutoCloseable {

    private static final RuleBook RULES = RuleBook.of(List.of(Path.of("..", "..", "..", "rules")), "finance/due", "finance/dunning", "finance/invoicing",
            "finance/penalty", "finance/settlement", "finance/deadlines", "finance/archive.disposal");

    public final FakeOrderFile file;
    public final EntityManager entities;
    public final ScheduleRows rows;
    public final Schedule schedule;
    public final Limitation limitation;
    public final Collecting collecting;
    public final InvoiceBook invoices;
    public final Invoicing invoicing;
    public final PenaltyBook penaltyBook;
    public final Penalties penalties;
    public final Receipts receipts;
    public final Posting posting;
    public final SettingOff setOffs;
    public final Settling settling;
    public final FinanceDepartment department;
    private final StoreHarness store;
    private final RuleBook rules = RULES.copy();

    public TaxRoom(Dialect dialect, Order order) {
        store = StoreHarness.on(dialect);
        entities = store.unit("finance");
        rows = new ScheduleRows(entities);
        schedule = new Schedule(rows, new WeekdayCalendar());
        limitation = new Limitation(new DunningBook(entities), rows, new WeekdayCalendar());
        collecting = collecting();
        invoices = new InvoiceBook(entities);
        invoicing = new Invoicing(invoices, schedule, new WeekdayCalendar());
        penaltyBook = new PenaltyBook(entities);
        penalties = new Penalties(penaltyBook, schedule, new WeekdayCalendar());
        receipts = new Receipts(entities);
        setOffs = new SettingOff(receipts, schedule, collecting);
        posting = new Posting(receipts, schedule, collecting, setOffs, new WeekdayCalendar());
        settling = new Settling(entities, new Reconciliation(invoices, schedule, penalties, receipts));
        department = department();
        file = new FakeOrderFile(order, rules).with(new ScheduleFacts(schedule), invoicing, penalties, settling);
        run(() -> schedule.refresh(file));
    }

    private FinanceDepartment department() {
        DayByDay days = new DayByDay(invoicing, penalties, schedule, new HalfYear(rows, new WeekdayCalendar()), settling);
        return new FinanceDepartment(new CreditBook(entities), collecting, posting, settling, days, invoicing);
    }

    private Collecting collecting() {
        WeekdayCalendar calendar = new WeekdayCalendar();
        Dunning dunning = new Dunning(rows, new Letters(new FakePrinter()), calendar, limitation);
        return new Collecting(schedule, new CreditBook(entities), dunning, new Guarantees(entities, calendar));
    }

    /** A partner's set that is attached to one of finance's points decides too from now on. */
    public void attach(String set) {
        rules.activate(List.of(Path.of("src", "test", "rules")), set);
    }

    /** Finance says of the breach clauses that they agree on no penalty. */
    public void readNothingAgreed() {
        file.as("tang", Role.FINANCE_CLERK);
        command(() -> new ConfirmPenaltyTerms(penaltyBook).run(file, Optional.empty(), new Values(Map.of("nothing-agreed", "yes"))));
    }

    /** Money that came on a day, all of it for one instalment. */
    public void paid(int position, Money amount, LocalDate on) {
        run(() -> {
            entities.persist(new Payment("a receipt", on, position, amount, file));
            schedule.paid(file.number(), position);
        });
    }

    /** Money comes for the order today, and is allocated to what falls due first. */
    public void receive(String voucher, String amount) {
        Values values = new Values(Map.of("voucher", voucher, "payer", "Huadong", "amount", amount, "currency", "CNY",
                "received-on", file.today().toString(), "document", CollectionRoom.PAPER, "to", "oldest"));
        RecordReceipt record = new RecordReceipt(receipts, schedule, posting, new StrayReceipts(entities, new SeenOrders()));
        file.as("tang", Role.FINANCE_CLERK);
        command(() -> record.run(file, Optional.empty(), values));
    }

    public <R> R read(Supplier<R> reading) {
        return store.transactions().read(reading);
    }

    public <R> R command(Supplier<R> work) {
        return store.transactions().command(work);
    }

    public void run(Runnable work) {
        command(() -> {
            work.run();
            return null;
        });
    }

    @Override
    public void close() {
        store.close();
    }
}
