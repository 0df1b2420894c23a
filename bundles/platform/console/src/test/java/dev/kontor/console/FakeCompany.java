package dev.kontor.console;

import dev.kontor.api.customer.*;
import dev.kontor.api.department.*;
import dev.kontor.api.desk.*;
import dev.kontor.api.document.*;
import dev.kontor.api.event.*;
import dev.kontor.api.form.*;
import dev.kontor.api.journal.*;
import dev.kontor.api.order.*;
import dev.kontor.api.people.*;
import dev.kontor.api.rule.*;
import dev.kontor.api.task.*;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.*;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

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
    /** What the desk refuses the next request with. */
    public Optional<Refused> refusal = Optional.empty();
    public RuntimeException defect;
    /** The words of a customer, for hostile text. */
    public String customerName = "青岛海湾化工有限公司";

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

    // orders

    private static OrderLine line(int position, String model, String name, int quantity, long price) {
        return new OrderLine(position, model, name, BigDecimal.valueOf(quantity), "台", Money.cny(price), BigDecimal.valueOf(13),
                List.of(new TechnicalParameter("主轴", "BT40", ""), new TechnicalParameter("刀库", "24", "刀位")), List.of());
    }

    private Order content() {
        return new Order(ORDER, 2,
                new Contract(new ContractNumber("HT-2026-0931"), Contract.SALE, "", "QD-77", LocalDate.parse("2026-11-19"), List.of()),
                new CustomerId("C-00042"), customerName, new Contact("赵敏", "0532-8870 1122", "zhao.min@example.cn"),
                List.of(line(1, "VM-1060L", "立式加工中心", 4, 486_000), line(2, "VM-1060L-4X", "第四轴选件", 2, 68_000), line(3, "TRN-3D", "现场培训", 1, 18_000)),
                new PaymentPlan(List.of(
                        new Instalment(1, "advance", Money.cny(629_400), DueTerm.after("contract-in-force", 0, 7), "transfer", ""),
                        new Instalment(2, "before-dispatch", Money.cny(1_258_800), DueTerm.after("dispatch", 0, 0), "transfer", ""),
                        new Instalment(3, "retention", Money.cny(209_800), DueTerm.after("warranty-end", 12, 0), "transfer", ""))),
                new Delivery(LocalDate.parse("2027-02-06"), "青岛市黄岛区", false),
                List.of(new ContractTerm("breach", "9.1", "逾期交货每日按合同总价的千分之一支付违约金，累计不超过百分之五。")),
                new PersonId("lina"), "fair", Map.of());
    }

    private OrderSummary summary(int running) {
        return new OrderSummary(running == 148 ? ORDER : OrderNumber.of(2026, running), 2, new ContractNumber("HT-2026-0" + (783 + running)), new CustomerId("C-00042"),
                running % 2 == 0 ? customerName : "Maschinenbau Krüger GmbH", LocalDate.parse("2026-11-19"), new PersonId("lina"),
                running % 3 == 0 ? MilestoneName.REVIEW_CLEARED : MilestoneName.REVIEW_PASSED, Optional.of(Money.cny(2_098_000L + running)), running != 147, NOW, 7);
    }

    private List<Milestone> milestones() {
        return List.of(
                new Milestone(MilestoneName.ENTRY_REGISTERED, 1, NOW.minusSeconds(400_000), new PersonId("lina")),
                new Milestone(MilestoneName.ENTRY_SUBMITTED, 2, NOW.minusSeconds(300_000), new PersonId("lina")),
                new Milestone(MilestoneName.REVIEW_PASSED, 2, NOW.minusSeconds(200_000), new PersonId("chen")));
    }

    public Orders orders() {
        return new Orders() {
            @Override
            public Optional<OrderSummary> summary(OrderNumber number, Person reader) {
                return number.equals(ORDER) ? Optional.of(FakeCompany.this.summary(148)) : Optional.empty();
            }

            @Override
            public Optional<Order> order(OrderNumber number, Person reader) {
                return Optional.of(content());
            }

            @Override
            public Optional<Order> order(OrderNumber number, int revision, Person reader) {
                return Optional.of(content());
            }

            @Override
            public List<Milestone> milestones(OrderNumber number, Person reader) {
                return FakeCompany.this.milestones();
            }

            @Override
            public Page list(OrderFilter filter, Person reader) {
                return new Page(java.util.stream.IntStream.rangeClosed(130, 148).map(i -> 278 - i).mapToObj(FakeCompany.this::summary).toList(), "x");
            }

            @Override
            public List<Waiting> waiting(OrderNumber number, Person reader) {
                return List.of(
                        new Waiting("task", Text.of("task.review.opinion"), Text.of("role.legal.reviewer"), NOW.minusSeconds(200_000), Optional.of(NOW.minusSeconds(20_000))),
                        new Waiting("task", Text.of("task.finance.evaluation"), Text.plain("周敏"), NOW.minusSeconds(180_000), Optional.of(NOW.plusSeconds(90_000))),
                        new Waiting("hold", Text.plain("信用额度不足：占用 ¥9,800,000.00，额度 ¥8,000,000.00"), Text.of("role.finance.credit"), NOW.minusSeconds(90_000), Optional.empty()));
            }
        };
    }

    private Task task(int at, String kind, String subject, int daysLeft) {
        LocalDate last = TODAY.plusDays(daysLeft);
        return new Task(new TaskId(new UUID(0, at)), OrderNumber.of(2026, 140 + at), new TaskKind(kind), subject, Role.SALES_REP,
                at % 2 == 0 ? Optional.of(new PersonId("lina")) : Optional.empty(), NOW,
                Optional.of(new Deadline(TODAY, WorkingDays.of(2), last, last.plusDays(1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant(), at == 6, "cn@1")),
                at == 7 ? Optional.of(NOW) : Optional.empty(), "", 3);
    }

    public Worklist worklist() {
        List<Worklist.Item> items = List.of(
                new Worklist.Item(task(1, "review.opinion", "legal", -3), "广州南沙船舶配套", -3),
                new Worklist.Item(task(2, "entry.enter", "", -1), "苏州精工模具厂", -1),
                new Worklist.Item(task(3, "finance.evaluation", "finance", 0), customerName, 0),
                new Worklist.Item(task(4, "review.preliminary", "", 1), "Maschinenbau Krüger GmbH", 1),
                new Worklist.Item(task(6, "review.opinion", "production", 5), "西安秦岭阀门", 5),
                new Worklist.Item(task(7, "review.opinion", "finance", 6), "西安秦岭阀门", 6));
        return new Worklist() {
            @Override
            public Slice mine(Person person, String after, int limit) {
                return new Slice(items, "");
            }

            @Override
            public Count count(Person person) {
                return new Count(2, 1, 6);
            }

            @Override
            public Optional<Task> task(TaskId id, Person reader) {
                return Optional.empty();
            }
        };
    }

    public Journals journals() {
        List<Entry> entries = List.of(
                entry(4, "wu", "review.opinion-given", Text.plain("法务：等待客户补充授权委托书"), List.of()),
                entry(3, "chen", "review.passed", Text.of("milestone.review.passed"), List.of(new Change("delivery.date", "2027-01-30", "2027-02-06"))),
                entry(2, "lina", "entry.submitted", Text.of("milestone.entry.submitted"), List.of()),
                entry(1, "lina", "entry.registered", Text.of("milestone.entry.registered"), List.of()));
        return new Journals() {
            @Override
            public List<Entry> of(OrderNumber order, long before, int limit, Person reader) {
                return entries;
            }

            @Override
            public List<Entry> company(long before, int limit, Person reader) {
                return entries;
            }

            @Override
            public Verification verify() {
                return new Verification(12, 340, List.of());
            }
        };
    }

    private static Entry entry(int sequence, String by, String kind, Text what, List<Change> changes) {
        return new Entry(sequence, NOW.minusSeconds(90_000L * (5 - sequence)), new PersonId(by), kind, what, changes, sequence == 2, "", "ab".repeat(32));
    }

    private static Parameter parameter(String name, long value, String unit) {
        return new Parameter("review/joint", name, BigDecimal.valueOf(value), unit, LocalDate.parse("2026-01-01"), new Clause("4.2"));
    }

    public DecisionRecord decision() {
        SetVersion set = new SetVersion("review/joint", 7, "3f".repeat(32));
        Conclusion require = new Conclusion.Require(new TaskKind("finance.evaluation"), "finance", Role.FINANCE_REVIEWER, WorkingDays.of(3),
                Reason.of("large-order", Money.cny(2_098_000), Money.cny(2_000_000)), new Clause("4.2"));
        return new DecisionRecord("d-1", ORDER.value(), new ConsultationPoint("review/joint"), List.of(set), List.of(), TODAY, "cn@2026-2",
                "[{\"type\":\"Order\",\"value\":{\"number\":\"SO-2026-00148\"}}]", List.of(parameter("large-order-from", 2_000_000, "CNY")),
                List.of(new DecisionRecord.Fired(set, "large order needs a financial evaluation", "size.drl", 12, List.of("Order SO-2026-00148"))),
                List.of(new DecisionRecord.Told(require, set, "large order needs a financial evaluation",
                        "The order of ¥2,098,000.00 reaches the limit of ¥2,000,000.00.", "订单金额 ¥2,098,000.00 达到 ¥2,000,000.00，须出具财务评估。")),
                PersonId.SYSTEM, NOW);
    }

    public Decisions decisions() {
        return new Decisions() {
            @Override
            public List<DecisionRecord> of(OrderNumber order, Person reader) {
                return List.of(FakeCompany.this.decision());
            }

            @Override
            public Optional<DecisionRecord> decision(String id, Person reader) {
                return Optional.of(FakeCompany.this.decision());
            }

            @Override
            public Optional<String> verify(String id) {
                return Optional.empty();
            }
        };
    }

    public List<Department> departments() {
        return List.of(
                department("entry", Set.of(), Set.of(MilestoneName.ENTRY_REGISTERED, MilestoneName.ENTRY_SUBMITTED)),
                department("review", Set.of(MilestoneName.ENTRY_SUBMITTED), Set.of(MilestoneName.REVIEW_PASSED, MilestoneName.REVIEW_CLEARED)),
                department("production", Set.of(MilestoneName.REVIEW_CLEARED), Set.of(new MilestoneName("production.planned"))));
    }

    private static Department department(String id, Set<MilestoneName> opens, Set<MilestoneName> reaches) {
        return new Department() {
            @Override
            public DepartmentId id() {
                return new DepartmentId(id);
            }

            @Override
            public Set<MilestoneName> opensOn() {
                return opens;
            }

            @Override
            public Set<MilestoneName> reaches() {
                return reaches;
            }

            @Override
            public void open(OrderFile file) {}

            @Override
            public void completed(OrderFile file, Task task, Outcome outcome) {}
        };
    }

    // desk

    private static Text en(String words) {
        return Text.plain(words);
    }

    /** A form with every kind of field. */
    public static Form form() {
        List<Field.Option> verdicts = List.of(new Field.Option("no-objection", en("无异议")), new Field.Option("objection", en("异议")));
        List<Field.Option> means = List.of(new Field.Option("transfer", en("电汇")), new Field.Option("bank-acceptance-bill", en("银行承兑汇票")),
                new Field.Option("sight", en("即期信用证")), new Field.Option("usance", en("远期信用证")), new Field.Option("lease", en("融资租赁")));
        return new Form(List.of(
                new Form.Section(en("合同"), List.of(
                        Field.text("contract", en("合同编号")).withClause("3.2").withHint(en("与纸质合同一致")),
                        Field.text("customer", en("客户")).suggesting("customer"),
                        Field.date("signed-on", en("签订日期")).withHint(en("最后一方签字的日期，录入时限从此日起算")),
                        Field.amount("total", en("价税合计")).optional(),
                        Field.choice("means", en("付款方式"), means).optional(),
                        Field.choice("verdict", en("审核结论"), verdicts),
                        Field.yesNo("partial", en("可分批交货")),
                        Field.choices("why", en("理由"), verdicts).optional(),
                        Field.hidden("subject"))),
                new Form.Section(en("订单明细"), List.of(Field.group("lines", en("订单明细"), List.of(
                        Field.text("model", en("设备型号")).suggesting("model"),
                        Field.text("name", en("名称")),
                        Field.number("quantity", en("数量")),
                        Field.choice("unit", en("单位"), List.of(new Field.Option("台", en("台")), new Field.Option("套", en("套")))),
                        Field.amount("price", en("单价")),
                        Field.number("tax", en("税率 %")).optional())).withHint(en("每台设备一行")))),
                new Form.Section(en("说明与附件"), List.of(
                        Field.longText("remarks", en("备注")).optional(),
                        Field.password("password", en("密码")).optional(),
                        Field.file("scan", en("合同扫描件")).withClause("3.1")))), en("提交"));
    }

    private Desk.Offer offer(String command, Optional<OrderNumber> order) {
        List<Values> rows = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            rows.add(new Values(Map.of("model", "VM-106" + i, "name", "立式加工中心", "quantity", "" + i, "unit", "台", "price", "486000.00", "tax", "13")));
        }
        Values initial = command.equals("entry/save") ? new Values(Map.of("contract", "HT-2026-0931", "lines", rows, "verdict", "no-objection")) : Values.NONE;
        return new Desk.Offer(command, en(command.equals("review/opine") ? "提交审核意见" : "填写订单"), order, Optional.empty(), form(), initial, 5);
    }

    public Desk desk() {
        return new Desk() {
            @Override
            public Answer submit(Request request) {
                requests.add(request);
                refusal.ifPresent(refused -> {
                    throw refused;
                });
                return Answer.of(Text.plain("已提交。"), ORDER);
            }

            @Override
            public List<Offer> offers(OrderNumber order, Person person) {
                return List.of(FakeCompany.this.offer("review/opine", Optional.of(order)), FakeCompany.this.offer("entry/save", Optional.of(order)));
            }

            @Override
            public Offer offer(String command, Optional<OrderNumber> order, Optional<TaskId> task, Person person) {
                if (command.equals("no/such")) {
                    throw Refused.because(Refused.Reason.NOT_FOUND, Text.plain("没有此操作。"));
                }
                return FakeCompany.this.offer(command, order);
            }

            @Override
            public Offer offer(String command, String subject, Person person) {
                return offer(command, Optional.empty(), Optional.empty(), person);
            }

            @Override
            public List<Known> commands() {
                return List.of();
            }

            @Override
            public <R> R read(Supplier<R> reading) {
                if (defect != null) {
                    throw defect;
                }
                return reading.get();
            }

            @Override
            public <R> R read(OrderNumber order, Person reader, Function<OrderView, R> reading) {
                return reading.apply(view(reader));
            }
        };
    }

    private OrderView view(Person reader) {
        return (OrderView) java.lang.reflect.Proxy.newProxyInstance(FakeCompany.class.getClassLoader(), new Class<?>[] {OrderView.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "number" -> ORDER;
                    case "summary" -> summary(148);
                    case "order" -> Optional.of(content());
                    case "actor" -> reader;
                    case "documents" -> List.of(document());
                    case "decisions" -> List.of(decision());
                    case "now" -> NOW;
                    case "today" -> TODAY;
                    default -> List.of();
                });
    }

    private static Document document() {
        return new Document("doc-1", ORDER, new DocumentKind("entry.contract"), "合同 HT-2026-0931.pdf", "application/pdf", 7, "cd".repeat(32), new PersonId("lina"), NOW);
    }

    public Documents documents() {
        return new Documents() {
            @Override
            public List<Document> of(OrderNumber order, Person reader) {
                return List.of(FakeCompany.document());
            }

            @Override
            public Optional<Document> document(String id, Person reader) {
                return id.equals("doc-1") ? Optional.of(FakeCompany.document()) : Optional.empty();
            }

            @Override
            public InputStream open(Document document) {
                return new ByteArrayInputStream("%PDF-1.".getBytes(StandardCharsets.US_ASCII));
            }

            @Override
            public Upload take(String name, InputStream content) throws IOException {
                int size = content.readAllBytes().length;
                taken.add(name + ":" + size);
                return new Upload(name, "application/pdf", size, "ee".repeat(32));
            }
        };
    }

    // company

    public Customers customers() {
        return new Customers() {
            @Override
            public Optional<Customer> customer(CustomerId id) {
                return Optional.of(FakeCompany.this.customer());
            }

            @Override
            public List<Customer> search(String words, int limit) {
                return List.of(FakeCompany.this.customer());
            }

            @Override
            public List<CustomerId> group(CustomerId id) {
                return List.of(id);
            }
        };
    }

    private Customer customer() {
        return new Customer(new CustomerId("C-00042"), customerName, "91370211MA3C0ABC1X", "CN", "青岛市黄岛区长江路 1 号", "中国银行 3701", "海湾集团",
                List.of(new Contact("赵敏", "0532-8870 1122", "zhao@example.cn")), 3);
    }

    public EquipmentModels models() {
        EquipmentModel model = new EquipmentModel("VM-1060L", "立式加工中心", "台", Money.cny(486_000), content().lines().get(0).parameters(), 1);
        return new EquipmentModels() {
            @Override
            public Optional<EquipmentModel> model(String name) {
                return Optional.of(model);
            }

            @Override
            public List<EquipmentModel> search(String words, int limit) {
                return List.of(model);
            }
        };
    }

    public Calendars calendars() {
        return new Calendars() {
            @Override
            public List<Year> years() {
                return List.of(
                        new Year(2026, List.of("国办发明电〔2025〕7号"), true, List.of(
                                new Day(LocalDate.parse("2026-10-01"), false, "国庆节", false), new Day(LocalDate.parse("2026-10-10"), true, "国庆节", false),
                                new Day(LocalDate.parse("2026-12-24"), false, "公司年会", true))),
                        new Year(2027, List.of(), false, List.of()));
            }

            @Override
            public String version() {
                return "cn@2026-2";
            }
        };
    }

    public Clock clock() {
        return new Clock() {
            @Override
            public Instant now() {
                return NOW;
            }

            @Override
            public LocalDate today() {
                return TODAY;
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Asia/Shanghai");
            }

            @Override
            public boolean simulated() {
                return false;
            }
        };
    }

    public WorkingCalendar calendar() {
        return new WorkingCalendar() {
            @Override
            public boolean isWorkingDay(LocalDate day) {
                return day.getDayOfWeek().getValue() < 6;
            }

            @Override
            public boolean isKnown(int year) {
                return year == 2026;
            }

            @Override
            public Deadline deadline(LocalDate eventDay, WorkingDays within) {
                throw new UnsupportedOperationException();
            }

            @Override
            public int workingDaysBetween(LocalDate from, LocalDate to) {
                return (int) (to.toEpochDay() - from.toEpochDay());
            }

            @Override
            public String version() {
                return "cn@2026-2";
            }
        };
    }

    public RuleSets rules() {
        SetVersion seven = new SetVersion("review/joint", 7, "3f".repeat(32));
        SetVersion eight = new SetVersion("review/joint", 8, "4e".repeat(32));
        RuleSets.Version active = new RuleSets.Version(seven, "active", NOW, Optional.of(new PersonId("rules")), List.of(), List.of(parameter("large-order-from", 2_000_000, "CNY")));
        RuleSets.Version refused = new RuleSets.Version(eight, "refused", NOW, Optional.empty(),
                List.of(new RuleSets.Problem("size.drl", 3, 5, Text.plain("mismatched input 'wen' expecting 'when'"))), List.of());
        String drl = "package review.joint\n\nrule \"large order needs a financial evaluation\"\nwhen\n    Order( total.amount >= $from )\nthen\n    // <script>alert(1)</script>\nend\n";
        return new RuleSets() {
            @Override
            public List<RuleSet> sets() {
                return List.of(new RuleSet("review/joint", Optional.of(active), Optional.of(refused), true));
            }

            @Override
            public Optional<RuleSet> set(String name) {
                return sets().stream().filter(set -> set.name().equals(name)).findFirst();
            }

            @Override
            public List<Version> versions(String set) {
                return List.of(refused, active);
            }

            @Override
            public Optional<Map<String, String>> files(String set, String digest) {
                return Optional.of(Map.of("size.drl", digest.startsWith("4e") ? drl.replace("when", "wen") : drl, "parameters.csv", "name,value\nlarge-order-from,2000000\n"));
            }
        };
    }

    public Roster roster() {
        return () -> List.of(new Roster.Member("department", "review", NOW, true), new Roster.Member("department", "legal", NOW, false));
    }

    public Notifications notifications() {
        Notice notice = new Notice(1, "person.told", Optional.of(ORDER), Text.plain("法务审核意见明天到期"), Set.of(), Set.of(new PersonId("lina")), NOW);
        return new Notifications() {
            @Override
            public List<Notification> of(Person person, int limit) {
                return List.of(new Notification(notice, false));
            }

            @Override
            public int unread(Person person) {
                return 3;
            }
        };
    }
}
