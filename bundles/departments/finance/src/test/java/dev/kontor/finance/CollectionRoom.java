package dev.kontor.finance;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.finance.dunning.Dunning;
import dev.kontor.finance.dunning.DunningBook;
import dev.kontor.finance.dunning.Letters;
import dev.kontor.finance.dunning.Limitation;
import dev.kontor.finance.dunning.StopFacts;
import dev.kontor.finance.guarantee.Guarantees;
import dev.kontor.finance.invoice.InvoiceBook;
import dev.kontor.finance.invoice.Invoicing;
import dev.kontor.finance.penalty.Penalties;
import dev.kontor.finance.penalty.PenaltyBook;
import dev.kontor.finance.receipt.Posting;
import dev.kontor.finance.receipt.Receipts;
import dev.kontor.finance.receipt.SettingOff;
import dev.kontor.finance.receipt.RecordReceipt;
import dev.kontor.finance.receipt.StrayReceipts;
import dev.kontor.finance.release.ReleaseFacts;
import dev.kontor.finance.release.Releases;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.PaidFacts;
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
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Finance's collection with its rows in a real database and the company's rules. */
public final class CollectionRoom implements AutoCloseable {

    private static final RuleBook RULES = RuleBook.of(
            List.of(Path.of("..", "..", "..", "rules")), "finance/credit", "finance/due", "finance/dunning",
            "finance/production.start", "finance/logistics.release", "finance/logistics.dispatch", "finance/entry.submission",
            "finance/deadlines");

    public static final Upload PAPER = new Upload("paper.pdf", "application/pdf", 1, "00");

    public final FakePrinter printer = new FakePrinter();
    public final CreditBook credit;
    public final ScheduleRows rows;
    public final Schedule schedule;
    public final DunningBook dunningBook;
    public final Dunning dunning;
    public final Guarantees guarantees;
    public final Collecting collecting;
    public final Receipts receipts;
    public final Posting posting;
    public final Releases releases;
    public final Penalties penalties;
    public final Settling settling;
    public final StoreHarness store;

    /** The order that most tests are about. */
    public FakeOrderFile file;

    final FinanceDepartment department;

    public CollectionRoom(Dialect dialect) {
        WeekdayCalendar calendar = new WeekdayCalendar();
        store = StoreHarness.on(dialect);
        credit = new CreditBook(store.unit("finance"));
        rows = new ScheduleRows(store.unit("finance"));
        schedule = new Schedule(rows, calendar);
        dunningBook = new DunningBook(store.unit("finance"));
        dunning = new Dunning(rows, new Letters(printer), calendar, new Limitation(dunningBook, rows, calendar));
        guarantees = new Guarantees(store.unit("finance"), calendar);
        collecting = new Collecting(schedule, credit, dunning, guarantees);
        receipts = new Receipts(store.unit("finance"));
        posting = new Posting(receipts, schedule, collecting, new SettingOff(receipts, schedule, collecting), calendar);
        releases = new Releases(store.unit("finance"), schedule, rows, credit, dunningBook);
        InvoiceBook invoices = new InvoiceBook(store.unit("finance"));
        penalties = new Penalties(new PenaltyBook(store.unit("finance")), schedule, calendar);
        settling = new Settling(store.unit("finance"), new Reconciliation(invoices, schedule, penalties, receipts));
        Invoicing invoicing = new Invoicing(invoices, schedule, calendar);
        DayByDay days = new DayByDay(invoicing, penalties, schedule, new HalfYear(rows, calendar), settling);
        department = new FinanceDepartment(credit, collecting, posting, settling, days, invoicing);
    }

    public CollectionRoom(Dialect dialect, Order order) {
        this(dialect);
        file = file(order);
    }

    public FakeOrderFile file(Order order) {
        return file(order, RULES);
    }

    /** As the company's rules were when other departments had attached theirs. */
    public static RuleBook rules() {
        return RULES.copy();
    }

    public FakeOrderFile file(Order order, RuleBook rules) {
        return new FakeOrderFile(order, rules)
                .with(department, new CreditFacts(credit), new ScheduleFacts(schedule))
                .with(new StopFacts(dunningBook, rows), new ReleaseFacts(releases), new PaidFacts(schedule));
    }

    /** The file as it is when the order has been cleared and finance has opened it. */
    public FakeOrderFile cleared(Order order) {
        FakeOrderFile opened = file(order);
        run(() -> {
            opened.reach(MilestoneName.REVIEW_CLEARED);
            opened.arrive(department, MilestoneName.REVIEW_CLEARED.value());
        });
        return opened;
    }

    /** Clears the room's order, for the first time or as it is revised now. */
    public void clear() {
        run(() -> {
            file.reach(MilestoneName.REVIEW_CLEARED);
            file.arrive(department, MilestoneName.REVIEW_CLEARED.value());
        });
    }

    /** The order passes a milestone on a day, and finance hears of it. */
    public void passed(MilestoneName milestone, LocalDate day) {
        file.setToday(day);
        run(() -> {
            file.reach(milestone, day);
            file.arrive(department, milestone.value());
        });
    }

    public void goOnTo(LocalDate day) {
        run(() -> file.goOnTo(day));
    }

    /** A credit limit, or another one. */
    public void grant(String customer, Money limit, LocalDate until) {
        run(() -> {
            CreditLimit row = credit.limit(customer).orElseGet(() -> {
                CreditLimit made = new CreditLimit(customer);
                credit.keep(made);
                return made;
            });
            row.set(limit, "zhou", Instant.EPOCH, until, "known");
        });
    }

    public List<Due> dues() {
        return read(() -> schedule.of(file.number()));
    }

    public Due due(int position) {
        return read(() -> schedule.instalment(file.number(), position)).orElseThrow();
    }

    /** Somebody does something with the room's order. */
    public Answer as(String person, Role role, OrderCommand command, Map<String, Object> values) {
        return command(() -> command.run(file.as(person, role), Optional.empty(), new Values(values)));
    }

    /** Somebody does the work of a task. */
    public Answer on(TaskKind kind, String subject, String person, Role role, OrderCommand command, Map<String, Object> values) {
        Task task = file.task(kind, subject);
        return command(() -> command.run(file.as(person, role), Optional.of(task), new Values(values)));
    }

    public static Refused refusal(Runnable attempt) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(Refused.class, attempt::run);
    }

    /** Money comes for the room's order today: CNY, allocated to what falls due first, but for what is changed. */
    public void receive(String voucher, String amount, Map<String, Object> changed) {
        Map<String, Object> values = new HashMap<>(Map.of("voucher", voucher, "payer", "Huadong", "amount", amount, "currency", "CNY",
                "received-on", file.today().toString(), "document", PAPER, "to", "oldest"));
        values.putAll(changed);
        as("tang", Role.FINANCE_CLERK,
                new RecordReceipt(receipts, schedule, posting, new StrayReceipts(store.unit("finance"), new SeenOrders())), values);
    }

    /** The fields at which it is refused. */
    public static List<String> gaps(Runnable attempt) {
        return Optional.ofNullable(refusal(attempt)).stream().flatMap(each -> each.gaps().stream()).map(Refused.Gap::field).toList();
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
