package dev.kontor.kernel.desk;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.Orders;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.arrival.ArrivalDispatcher;
import dev.kontor.kernel.arrival.Arrivals;
import dev.kontor.kernel.arrival.Plans;
import dev.kontor.kernel.customer.CustomerBook;
import dev.kontor.kernel.desk.TradeDepartment.Act;
import dev.kontor.kernel.document.DocumentShelf;
import dev.kontor.kernel.form.FormCheck;
import dev.kontor.kernel.journal.JournalReader;
import dev.kontor.kernel.journal.Ledger;
import dev.kontor.kernel.machine.MachineRows;
import dev.kontor.kernel.order.OrderList;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.kernel.order.OrderWrites;
import dev.kontor.kernel.order.WaitingReasons;
import dev.kontor.kernel.outbox.Outbox;
import dev.kontor.kernel.outbox.OutboxDispatcher;
import dev.kontor.kernel.roster.RosterRows;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.rule.Conclusions;
import dev.kontor.kernel.rule.DecisionArchive;
import dev.kontor.kernel.rule.DecisionList;
import dev.kontor.kernel.rule.DecisionPatterns;
import dev.kontor.kernel.rule.FactSources;
import dev.kontor.kernel.rule.FactTexts;
import dev.kontor.kernel.rule.KeptDecisions;
import dev.kontor.kernel.rule.RuleServices;
import dev.kontor.kernel.rule.Whom;
import dev.kontor.kernel.search.SearchIndex;
import dev.kontor.kernel.sweep.DeadlineSweep;
import dev.kontor.kernel.sweep.DueTasks;
import dev.kontor.kernel.task.GiveBackTasks;
import dev.kontor.kernel.task.OpenTasks;
import dev.kontor.kernel.task.PersonalWorklist;
import dev.kontor.kernel.task.TakeTasks;
import dev.kontor.kernel.task.TaskWrites;
import dev.kontor.kernel.wall.DepartmentWall;
import dev.kontor.kernel.wall.TestWall;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;

/** The whole desk on a real store, with one small department and rules that say what a test wants. */
final class TestDesk implements AutoCloseable {

    static final Person LINA = new Person(new PersonId("lina"), "Lina", Set.of(Role.SALES_REP), "en");
    static final Person AUDITOR = new Person(new PersonId("auditor"), "Auditor", Set.of(Role.AUDITOR), "en");

    /** There is no framework here, so nothing asks for it. */
    private static final BundleContext NO_BUNDLE = (BundleContext) Proxy.newProxyInstance(
            TestDesk.class.getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    final SetClock clock = new SetClock();
    final SetRules engine = new SetRules();
    final TradeDepartment trade = new TradeDepartment();
    final StoreHarness store;
    final Transactions transactions;
    final Rows rows;
    final RosterRows roster;
    final Arrivals arrivals;
    final Departments departments;
    final DepartmentWall wall;
    final FakeServices services = new FakeServices();
    final Commands commands;
    final FactSources sources;
    final Outbox outbox;
    final Orders orders;
    final Worklist worklist;
    final Journals journals;
    final Decisions decisions;
    final PlatformWork platform;
    final Foresight foresight;
    final CommandDesk desk;
    final DocumentShelf shelf;
    /** Where the shelf keeps its contents. */
    final Path papers;
    volatile boolean engineRuns = true;
    /** How often somebody looked whether the engine runs. */
    final AtomicInteger looked = new AtomicInteger();
    final RuleServices rules = new RuleServices(this::engine, () -> Optional.of(engine), new Whom(Optional::empty, Optional::empty));
    private final Keys keys;
    private Optional<ArrivalDispatcher> arriving = Optional.empty();

    TestDesk(StoreHarness store) {
        this(store, TestWall.of(store.transactions()));
    }

    TestDesk(StoreHarness store, DepartmentWall wall) {
        this.store = store;
        this.wall = wall;
        transactions = store.transactions();
        commands = new Commands(NO_BUNDLE, wall);
        sources = new FactSources(NO_BUNDLE, wall);
        rows = new Rows(store.statements("kernel"));
        Weekdays calendar = new Weekdays();
        roster = new RosterRows(rows);
        Plans plans = new Plans(rows);
        arrivals = new Arrivals(rows, roster, plans);
        departments = new Departments(arrivals, NO_BUNDLE, wall);
        outbox = new Outbox(rows);
        OrderRows orderRows = new OrderRows(rows, clock);
        CustomerBook customers = new CustomerBook(transactions, rows);
        SearchIndex search = new SearchIndex(rows);
        papers = folder();
        shelf = shelf(orderRows);
        Ledger ledger = new Ledger(rows);
        DecisionPatterns patterns = new DecisionPatterns(transactions, rows);
        KeptDecisions kept = new KeptDecisions(rows, patterns);
        Conclusions conclusions = new Conclusions(rows);
        Consultation consultation = new Consultation(rules, new Facts(sources, rows), roster, kept,
                new CarryingOut(conclusions, calendar), calendar, departments);
        Office office = new Office(rows, clock, calendar, customers, shelf, search, orderRows, new OrderWrites(rows),
                new MachineRows(rows), new OpenTasks(rows), new TaskWrites(rows), ledger, outbox, arrivals, plans, departments, conclusions, kept,
                consultation);
        Gate gate = new Gate(ledger, nobody());
        keys = new Keys(rows);
        Execution execution = new Execution(office, commands, gate, new FormCheck(shelf), keys);
        Repetition repetition = new Repetition(transactions, arrivals, outbox);
        platform = new PlatformWork(office, repetition, wall);
        foresight = new Foresight(transactions, office, consultation, rules, wall);
        desk = new CommandDesk(transactions, execution, new Offers(office, commands, gate, execution, wall), keys, repetition,
                commands, wall);
        orders = new OrderList(transactions, rows, orderRows, search, new WaitingReasons(rows, departments), clock);
        worklist = new PersonalWorklist(transactions, rows, new OpenTasks(rows), orderRows, clock, calendar);
        journals = new JournalReader(transactions, ledger, orderRows, clock);
        decisions = new DecisionArchive(transactions, kept, orderRows, rules, new FactTexts(sources, orderRows), ledger,
                new DecisionList(rows, orderRows, kept, patterns, rules, clock));
        transactions.command(() -> customers.enrol(new Customer(
                new CustomerId("C-1"), "Customer One", "", "CN", "", "", "", List.of(), 0)));
        List.of("A-1", "A-2", "A-3").forEach(id -> transactions.command(() -> customers.enrol(
                new Customer(new CustomerId(id), "Affiliate " + id, "", "CN", "", "", "the A group", List.of(), 0))));
        transactions.command(() -> {
            roster.enrol(RosterRows.DEPARTMENT, "trade", RosterRows.opensOn(trade), clock.now());
            return true;
        });
        commands.companyCommands().add(new TradeDepartment.Register(), Map.of());
        commands.companyCommands().add(new TradeDepartment.Entrust(), Map.of());
        commands.companyCommands().add(new TakeTasks(new OpenTasks(rows)), Map.of());
        commands.companyCommands().add(new GiveBackTasks(new OpenTasks(rows)), Map.of());
    }

    private Optional<RuleEngine> engine() {
        looked.incrementAndGet();
        return engineRuns ? Optional.of(engine) : Optional.empty();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "shelf");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On the same contents; as after a restart when it is made once more. */
    DocumentShelf shelf(OrderRows orderRows) {
        try {
            return new DocumentShelf(transactions, rows, orderRows, papers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody stands in for anybody. */
    private static Accounts nobody() {
        return (Accounts) Proxy.newProxyInstance(
                TestDesk.class.getClassLoader(), new Class<?>[] {Accounts.class}, (proxy, method, arguments) -> List.of());
    }

    void stopArrivals() {
        arriving.ifPresent(ArrivalDispatcher::stop);
        arriving = Optional.empty();
    }

    /** Looks at once, and then as often as it does. */
    void startArrivals() {
        arriving = Optional.of(new ArrivalDispatcher(transactions, arrivals, departments, platform, rules, clock, wall));
        arrivals.bell().ring();
    }

    OutboxDispatcher startOutbox() {
        return new OutboxDispatcher(services.context(), transactions, outbox, wall);
    }

    /** Sweeps at once, and then as often as it does. */
    DeadlineSweep startSweep() {
        DeadlineSweep sweep = new DeadlineSweep(transactions, new DueTasks(rows), platform, rules, clock, new Weekdays(), keys);
        sweep.bell().ring();
        return sweep;
    }

    void run(TradeDepartment department) {
        departments.add(department);
    }

    OrderNumber register() {
        return register("K-" + UUID.randomUUID(), "key-" + UUID.randomUUID(), LINA).order().orElseThrow();
    }

    OrderNumber registerFor(String customer) {
        Values values = new Values(Map.of("contract", "K-" + UUID.randomUUID(), "customer", customer));
        return desk.submit(new Request(LINA, "trade/register", Optional.empty(), Optional.empty(), -1, values, ""))
                .order()
                .orElseThrow();
    }

    Answer register(String contract, String key, Person person) {
        Values values = new Values(Map.of("contract", contract));
        return desk.submit(new Request(person, "trade/register", Optional.empty(), Optional.empty(), -1, values, key));
    }

    /** Runs something on an order as a command of Lina's. */
    Answer act(OrderNumber order, Consumer<OrderFile> what) {
        return act(LINA, order, what);
    }

    Answer act(Person person, OrderNumber order, Consumer<OrderFile> what) {
        Act act = new Act("trade/act-" + (char) ('a' + (int) (Math.random() * 26)), Optional.empty(), (file, task) -> {
            what.accept(file);
            return Answer.of(Text.plain("done"), file.number());
        });
        commands.orderCommands().add(act, Map.of());
        try {
            return desk.submit(new Request(
                    person, act.name(), Optional.of(order), Optional.empty(), -1, Values.NONE, UUID.randomUUID().toString()));
        } finally {
            commands.orderCommands().remove(act);
        }
    }

    Request onTask(Person person, String command, OrderNumber order, TaskId task, long version) {
        return new Request(person, command, Optional.of(order), Optional.of(task), version, Values.NONE,
                UUID.randomUUID().toString());
    }

    TaskId task(OrderNumber order, TaskKind kind) {
        return desk.read(order, AUDITOR, view -> view.openTasks(kind).get(0).id());
    }

    /** Lends the role of a sales representative, whose account is made if need be. */
    void lend(String from, String to, LocalDate first, LocalDate last) {
        transactions.command(() -> {
            if (rows.one("select id from kernel_account where id = ?", from).isEmpty()) {
                rows.run("insert into kernel_account (id, name, hash, one_time, one_time_until, enabled, speaks, since, version)"
                        + " values (?, ?, '', 0, 0, 1, 'en', 0, 1)", from, from);
                rows.run("insert into kernel_account_role (account, role_name, granted_by, granted_at)"
                        + " values (?, 'sales.rep', 'test', 0)", from);
            }
            return rows.run("insert into kernel_delegation (id, from_account, to_account, role_name, first_day, last_day)"
                    + " values (?, ?, ?, 'sales.rep', ?, ?)", UUID.randomUUID(), from, to, first, last);
        });
    }

    /** The first column of what is found. */
    List<String> rows(String sql, Object... values) {
        return transactions.read(() -> rows.all(sql, values).stream().map(row -> row.text(0)).toList());
    }

    @Override
    public void close() {
        arriving.ifPresent(ArrivalDispatcher::stop);
        store.close();
    }
}
