package dev.kontor.console;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Contact;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.Delivery;
import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.order.PaymentPlan;
import dev.kontor.api.order.TechnicalParameter;
import dev.kontor.api.order.Waiting;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskFilter;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** The one order, what it waits for, who owes what, and the departments it goes through. */
final class FakeOrders {

    private final FakeCompany company;

    FakeOrders(FakeCompany company) {
        this.company = company;
    }

    static OrderLine line(int position, String model, String name, int quantity, long price) {
        return new OrderLine(position, model, name, BigDecimal.valueOf(quantity), "台", Money.cny(price), BigDecimal.valueOf(13),
                List.of(new TechnicalParameter("主轴", "BT40", ""), new TechnicalParameter("刀库", "24", "刀位")), List.of());
    }

    Order content() {
        return new Order(FakeCompany.ORDER, 2,
                new Contract(new ContractNumber("HT-2026-0931"), Contract.SALE, "", "QD-77", LocalDate.parse("2026-11-19"), List.of()),
                new CustomerId("C-00042"), company.customerName, new Contact("赵敏", "0532-8870 1122", "zhao.min@example.cn"),
                List.of(line(1, "VM-1060L", "立式加工中心", 4, 486_000), line(2, "VM-1060L-4X", "第四轴选件", 2, 68_000), line(3, "TRN-3D", "现场培训", 1, 18_000)),
                new PaymentPlan(List.of(
                        new Instalment(1, "advance", Money.cny(629_400), DueTerm.after("contract-in-force", 0, 7), "transfer", ""),
                        new Instalment(2, "before-dispatch", Money.cny(1_258_800), DueTerm.after("dispatch", 0, 0), "transfer", ""),
                        new Instalment(3, "retention", Money.cny(209_800), DueTerm.after("warranty-end", 12, 0), "transfer", ""))),
                new Delivery(LocalDate.parse("2027-02-06"), "青岛市黄岛区", false),
                List.of(new ContractTerm("breach", "9.1", "逾期交货每日按合同总价的千分之一支付违约金，累计不超过百分之五。")),
                new PersonId("lina"), "fair", Map.of());
    }

    OrderSummary summary(int running) {
        return new OrderSummary(running == 148 ? FakeCompany.ORDER : OrderNumber.of(2026, running), 2, new ContractNumber("HT-2026-0" + (783 + running)), new CustomerId("C-00042"),
                running % 2 == 0 ? company.customerName : "Maschinenbau Krüger GmbH", LocalDate.parse("2026-11-19"), new PersonId("lina"),
                running % 3 == 0 ? MilestoneName.REVIEW_CLEARED : MilestoneName.REVIEW_PASSED, Optional.of(Money.cny(2_098_000L + running)), running != 147, FakeCompany.NOW, 7);
    }

    List<Milestone> milestones() {
        return List.of(
                new Milestone(MilestoneName.ENTRY_REGISTERED, 1, LocalDate.of(2026, 3, 2), FakeCompany.NOW.minusSeconds(400_000), new PersonId("lina")),
                new Milestone(MilestoneName.ENTRY_SUBMITTED, 2, LocalDate.of(2026, 3, 2), FakeCompany.NOW.minusSeconds(300_000), new PersonId("lina")),
                new Milestone(MilestoneName.REVIEW_PASSED, 2, LocalDate.of(2026, 3, 2), FakeCompany.NOW.minusSeconds(200_000), new PersonId("chen")));
    }

    Orders orders() {
        return new Orders() {
            @Override
            public Optional<OrderSummary> summary(OrderNumber number, Person reader) {
                return number.equals(FakeCompany.ORDER) ? Optional.of(FakeOrders.this.summary(148)) : Optional.empty();
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
                return FakeOrders.this.milestones();
            }

            @Override
            public Page list(OrderFilter filter, OrderSort sort, String after, int limit, Person reader) {
                company.filters.add(filter);
                int count = company.orderCount;
                List<OrderSummary> all = IntStream.rangeClosed(149 - count, 148).map(i -> 297 - count - i)
                        .mapToObj(FakeOrders.this::summary).toList();
                int from = after.isEmpty() ? 0 : Integer.parseInt(after);
                int until = Math.min(all.size(), from + Math.min(limit, 100));
                return new Page(all.subList(from, until), until < all.size() ? "" + until : "");
            }

            @Override
            public List<Waiting> waiting(OrderNumber number, Person reader) {
                return List.of(
                        new Waiting("task", Text.of("task.review.opinion"), Text.of("role.legal.reviewer"), FakeCompany.NOW.minusSeconds(200_000), Optional.of(FakeCompany.NOW.minusSeconds(20_000))),
                        new Waiting("task", Text.of("task.finance.evaluation"), Text.plain("周敏"), FakeCompany.NOW.minusSeconds(180_000), Optional.of(FakeCompany.NOW.plusSeconds(90_000))),
                        new Waiting("hold", Text.plain("信用额度不足：占用 ¥9,800,000.00，额度 ¥8,000,000.00"), Text.of("role.finance.credit"), FakeCompany.NOW.minusSeconds(90_000), Optional.empty()));
            }
        };
    }

    Task task(int at, String kind, String subject, int daysLeft) {
        LocalDate last = FakeCompany.TODAY.plusDays(daysLeft);
        return new Task(new TaskId(new UUID(0, at)), OrderNumber.of(2026, 140 + at), new TaskKind(kind), subject, Role.SALES_REP,
                at % 2 == 0 ? Optional.of(new PersonId("lina")) : Optional.empty(), FakeCompany.NOW,
                Optional.of(new Deadline(FakeCompany.TODAY, WorkingDays.of(2), last, last.plusDays(1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant(), at == 6, "cn@1")),
                at == 7 ? Optional.of(FakeCompany.NOW) : Optional.empty(), "", 3);
    }

    Worklist worklist() {
        List<Worklist.Item> items = List.of(
                new Worklist.Item(task(1, "review.opinion", "legal", -3), "广州南沙船舶配套", -3, false),
                new Worklist.Item(task(2, "entry.enter", "", -1), "苏州精工模具厂", -1, true),
                new Worklist.Item(task(3, "finance.evaluation", "finance", 0), company.customerName, 0, false),
                new Worklist.Item(task(4, "review.preliminary", "", 1), "Maschinenbau Krüger GmbH", 1, false),
                new Worklist.Item(task(6, "review.opinion", "production", 5), "西安秦岭阀门", 5, false),
                new Worklist.Item(task(7, "review.opinion", "finance", 6), "西安秦岭阀门", 6, false));
        return new Worklist() {
            @Override
            public Slice list(TaskFilter filter, Person person, String after, int limit) {
                return new Slice(filter.when() == TaskFilter.When.TODAY ? List.of() : items, "");
            }

            @Override
            public List<TaskKind> kinds(Person person) {
                return items.stream().map(item -> item.task().kind()).distinct().toList();
            }

            @Override
            public Map<OrderNumber, Item> mostUrgent(Collection<OrderNumber> orders, Person reader) {
                return orders.contains(FakeCompany.ORDER) ? Map.of(FakeCompany.ORDER, items.get(0)) : Map.of();
            }

            @Override
            public Set<Role> owing() {
                return Set.of(Role.LEGAL_REVIEWER, Role.SALES_HEAD);
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

    List<Department> departments() {
        return List.of(
                department("entry", Set.of(), Set.of(MilestoneName.ENTRY_REGISTERED, MilestoneName.ENTRY_SUBMITTED)),
                department("review", Set.of(MilestoneName.ENTRY_SUBMITTED), Set.of(MilestoneName.REVIEW_PASSED, MilestoneName.REVIEW_CLEARED)),
                department("production", Set.of(MilestoneName.REVIEW_CLEARED), Set.of(new MilestoneName("production.planned"))));
    }

    static Department department(String id, Set<MilestoneName> opens, Set<MilestoneName> reaches) {
        return new Department() {
            @Override
            public DepartmentId id() {
                return new DepartmentId(id);
            }

            @Override
            public List<Arrival> opensOn() {
                return opens.stream().map(each -> Arrival.on(each, file -> {})).toList();
            }

            @Override
            public Set<MilestoneName> reaches() {
                return reaches;
            }

            @Override
            public void completed(OrderFile file, Task task, Outcome outcome) {}
        };
    }
}
