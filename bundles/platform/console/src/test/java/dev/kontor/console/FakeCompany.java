package dev.kontor.console;

import dev.kontor.api.customer.Customers;
import dev.kontor.api.customer.EquipmentModels;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.Roster;
import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.document.Documents;
import dev.kontor.api.event.Notifications;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Lists;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.DecisionFilter;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.rule.Reconsiderations;
import dev.kontor.api.rule.RuleHistory;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.rule.Violations;
import dev.kontor.api.task.Recounts;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.time.Calendars;
import dev.kontor.api.time.Clock;
import dev.kontor.api.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A company of one order, held in memory: enough for every page of the console to have something to show. */
public final class FakeCompany implements Accounts {

    public static final OrderNumber ORDER = new OrderNumber("SO-2026-00148");
    static final Instant NOW = Instant.parse("2026-11-23T02:05:00Z");
    static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<PersonId, String> languages = new ConcurrentHashMap<>();
    public final List<Request> requests = new ArrayList<>();
    public final List<String> signedInFrom = new ArrayList<>();
    public final List<String> taken = new ArrayList<>();
    /** What the list of orders was narrowed by. */
    public final List<OrderFilter> filters = new ArrayList<>();
    /** How many orders there are. */
    public int orderCount = 19;
    public final List<Lists.Kept> kept = new ArrayList<>();
    public List<String> columns = List.of();
    /** What the desk refuses the next request with. */
    public Optional<Refused> refusal = Optional.empty();
    /** Why nothing is offered now. */
    public Optional<Refused> away = Optional.empty();
    public RuntimeException defect;
    /** The words of a customer, for hostile text. */
    public String customerName = "青岛海湾化工有限公司";
    private final FakeOrders orders = new FakeOrders(this);
    private final FakeRecords records = new FakeRecords(taken);
    private final FakeMasters masters = new FakeMasters(this, orders);

    // people

    private Person person(String name) {
        PersonId id = new PersonId(name);
        return switch (name) {
            case "lina" -> new Person(id, "李娜", Set.of(Role.SALES_REP), language(id));
            case "wu" -> new Person(id, "吴迪", Set.of(Role.LEGAL_REVIEWER), language(id));
            case "chen" -> new Person(id, "陈刚", Set.of(Role.SALES_HEAD, Role.SALES_REP, Role.FINANCE_REVIEWER, Role.AUDITOR), language(id));
            case "rules" -> new Person(id, "规则管理员", Set.of(Role.RULE_ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR), language(id));
            default -> new Person(id, name, Set.of(Role.AUDITOR), language(id));
        };
    }

    private String language(PersonId id) {
        return languages.getOrDefault(id, "zh-CN");
    }

    @Override
    public SignIn signIn(String name, String password, String address) {
        signedInFrom.add(address);
        if (name.equals("busy")) {
            return new SignIn.Throttled(Duration.ofSeconds(30));
        }
        if (name.isEmpty() || !name.equals(password) && !password.equals("once")) {
            return new SignIn.Refused();
        }
        Session session = new Session(UUID.randomUUID().toString(), UUID.randomUUID().toString(), person(name), password.equals("once"));
        sessions.put(session.token(), session);
        return new SignIn.Welcome(session);
    }

    @Override
    public Optional<Session> session(String token) {
        return Optional.ofNullable(sessions.get(token))
                .map(old -> new Session(old.token(), old.csrf(), person(old.person().id().value()), old.oneTime()));
    }

    @Override
    public void signOut(String token) {
        sessions.remove(token);
    }

    @Override
    public void speaks(PersonId person, String language) {
        languages.put(person, language);
    }

    @Override
    public Optional<Person> bearer(String token) {
        return Optional.empty();
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return Optional.of(person(id.value()));
    }

    @Override
    public List<Account> accounts() {
        return List.of("lina", "chen", "wu", "rules").stream()
                .map(name -> new Account(new PersonId(name), person(name).name(), person(name).roles(), !name.equals("wu"), NOW, 1))
                .toList();
    }

    @Override
    public List<Delegation> delegations() {
        return List.of(new Delegation(new PersonId("chen"), new PersonId("lina"), Role.SALES_HEAD, TODAY, TODAY.plusDays(5)));
    }

    @Override
    public List<Person> holders(Role role) {
        return List.of();
    }

    @Override
    public boolean demo() {
        return true;
    }

    // what the others stand for

    public Orders orders() {
        return orders.orders();
    }

    public Worklist worklist() {
        return orders.worklist();
    }

    public Lists lists() {
        return new Lists() {
            @Override
            public List<Kept> kept(Person person, String list) {
                return kept.stream().filter(each -> each.list().equals(list)).toList();
            }

            @Override
            public List<String> columns(Person person, String list) {
                return columns;
            }
        };
    }

    public List<Department> departments() {
        return orders.departments();
    }

    public Journals journals() {
        return records.journals();
    }

    /** What the list of decisions was asked for. */
    public List<DecisionFilter> listedDecisions() {
        return records.listed;
    }

    public Reconsiderations reconsiderations() {
        return new FakeReconsiderations(records.decision());
    }

    public Decisions decisions() {
        return records.decisions();
    }

    public Documents documents() {
        return records.documents();
    }

    public Desk desk() {
        return new FakeDesk(this, orders, records).desk();
    }

    public Customers customers() {
        return masters.customers();
    }

    public EquipmentModels models() {
        return masters.models();
    }

    public Roster roster() {
        return masters.roster();
    }

    public Notifications notifications() {
        return masters.notifications();
    }

    public RuleHistory history() {
        return FakeRules.history();
    }

    public RuleSets rules() {
        return FakeRules.rules();
    }

    public Calendars calendars() {
        return FakeTime.calendars();
    }

    public Recounts recounts() {
        return FakeTime.recounts();
    }

    public Violations violations() {
        return records.violations();
    }

    public Clock clock() {
        return FakeTime.clock();
    }

    public WorkingCalendar calendar() {
        return FakeTime.calendar();
    }
}
