package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.event.Notice;
import dev.kontor.api.event.NoticeConsumer;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Contact;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.Delivery;
import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.PaymentPlan;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.rule.facts.TaskDue;
import dev.kontor.api.rule.facts.ViolationFound;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.kernel.outbox.OutboxDispatcher;
import dev.kontor.kernel.roster.RosterRows;
import dev.kontor.kernel.sweep.DeadlineSweep;
import dev.kontor.store.StoreHarness;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What happens to an order file between commands, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FlowPromises {

    private static final ConsultationPoint POINT = new ConsultationPoint("trade/check");
    private static final TaskKind PROVE = new TaskKind("trade.prove");

    private TestDesk desk;

    abstract StoreHarness store();

    @BeforeAll
    void open() {
        desk = new TestDesk(store());
        desk.run(desk.trade);
        desk.startArrivals();
    }

    @AfterEach
    void forget() {
        desk.engine.needs.clear();
        desk.engine.seen.clear();
        List.of("trade/check", "trade/deadlines", "supervision/penalties").forEach(desk.engine::forget);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static Refused refusal(Callable<?> attempt) {
        Refused refused = catchThrowableOfType(Refused.class, attempt::call);
        assertThat(refused).as("a refusal").isNotNull();
        return refused;
    }

    private Decision consult(OrderNumber order, Question question) {
        List<Decision> made = new CopyOnWriteArrayList<>();
        desk.act(order, file -> made.add(file.consult(question)));
        return made.get(0);
    }

    private List<String> kinds(OrderNumber order) {
        return desk.journals.of(order, Long.MAX_VALUE, 100, TestDesk.AUDITOR).stream()
                .map(entry -> entry.kind())
                .toList();
    }

    private List<Task> tasks(OrderNumber order, TaskKind kind) {
        return desk.desk.read(order, TestDesk.AUDITOR, view -> view.openTasks(kind));
    }

    private static Conclusion.Hold hold() {
        return new Conclusion.Hold(TradeDepartment.SIGNED, "credit", Reason.of("no-credit", Money.cny(5)), new Clause("4.2"));
    }

    private static Conclusion.Require require(String subject, int days) {
        return new Conclusion.Require(PROVE, subject, Role.SALES_REP, WorkingDays.of(days), Reason.of("prove"), new Clause("4.2"));
    }

    static Order content(OrderFile file, int revision, long price) {
        return content(file, file.summary().signedOn(), revision, price);
    }

    static Order content(OrderFile file, LocalDate signedOn, int revision, long price) {
        return content(file, signedOn, revision, Money.cny(price));
    }

    static Order content(OrderFile file, LocalDate signedOn, int revision, Money price) {
        OrderSummary known = file.summary();
        Contract contract = new Contract(known.contract(), Contract.SALE, "", "", signedOn, List.of());
        OrderLine line = new OrderLine(1, "CNC-500", "Lathe", BigDecimal.ONE, "set", price,
                BigDecimal.valueOf(13), List.of(), List.of());
        Instalment whole = new Instalment(1, "advance", price, DueTerm.on(known.signedOn()), "transfer", "");
        return new Order(known.number(), revision, contract, known.customer(), known.customerName(),
                new Contact("Wang", "021", ""), List.of(line), new PaymentPlan(List.of(whole)),
                new Delivery(known.signedOn().plusMonths(3), "Shanghai", false), List.of(), known.representative(), "", Map.of());
    }

    @Test
    void a_file_arrives_once_and_again_for_a_later_revision() {
        OrderNumber order = desk.register();
        eventually(() -> desk.trade.opened.contains(order.value()));
        desk.act(order, file -> {
            file.revise(content(file, 1, 100));
            file.reach(dev.kontor.api.order.MilestoneName.ENTRY_REGISTERED);
        });
        eventually(() -> desk.trade.opened.stream().filter(order.value()::equals).count() == 2);
        desk.act(order, file -> file.reach(dev.kontor.api.order.MilestoneName.ENTRY_REGISTERED));
        assertThat(desk.orders.waiting(order, TestDesk.AUDITOR)).noneMatch(each -> each.kind().equals("arrival"));
        assertThat(desk.orders.order(order, TestDesk.AUDITOR).orElseThrow().total()).isEqualTo(Money.cny(100));
    }

    @Test
    void an_arrival_waits_for_an_absent_department_and_names_it() {
        desk.departments.remove(desk.trade);
        OrderNumber order = desk.register();
        assertThat(desk.rows(
                        "select department from kernel_arrival where order_number = ?", order))
                .containsExactly("trade");
        assertThat(desk.orders.waiting(order, TestDesk.AUDITOR)).anyMatch(each -> each.kind().equals("roster"));
        desk.run(desk.trade);
        eventually(() -> desk.trade.opened.contains(order.value()));
    }

    @Test
    void a_department_that_fails_keeps_its_arrival_and_loses_only_its_own_work() {
        desk.trade.failures.set(2);
        OrderNumber order = desk.register();
        eventually(() -> kinds(order).contains("file.arrived"));
        assertThat(desk.trade.opened).contains(order.value());
        assertThat(kinds(order)).doesNotContain("trade.lost");
    }

    @Test
    void a_hold_refuses_its_milestone_until_it_is_no_longer_concluded() {
        OrderNumber order = desk.register();
        desk.engine.at("trade/check", hold());
        consult(order, Question.at(POINT));
        Refused refused = refusal(() -> desk.act(order, file -> file.reach(TradeDepartment.SIGNED)));
        assertThat(refused.reason()).isEqualTo(Refused.Reason.CONFLICT);
        assertThat(refused.words().arguments()).contains("4.2");
        consult(order, Question.at(POINT).addingOnly());
        assertThat(kinds(order)).containsOnlyOnce("rules.held");
        desk.engine.at("trade/check");
        consult(order, Question.at(POINT).addingOnly());
        assertThat(desk.orders.waiting(order, TestDesk.AUDITOR)).anyMatch(each -> each.kind().equals("hold"));
        consult(order, Question.at(POINT));
        desk.act(order, file -> file.reach(TradeDepartment.SIGNED));
        assertThat(kinds(order)).contains("rules.lifted", "milestone.reached");
    }

    @Test
    void required_work_is_raised_once_with_the_earliest_deadline_and_lifted_with_its_reason() {
        OrderNumber order = desk.register();
        desk.engine.at("trade/check", require("a", 5), require("a", 2), require("b", 3));
        Decision decision = consult(order, Question.at(POINT));
        assertThat(tasks(order, PROVE)).hasSize(2).allMatch(task -> task.decision().equals(decision.id()));
        assertThat(tasks(order, PROVE).get(0).deadline().orElseThrow().within().count()).isEqualTo(2);
        consult(order, Question.at(POINT));
        assertThat(tasks(order, PROVE)).hasSize(2);
        desk.engine.at("trade/check", require("b", 3));
        consult(order, Question.at(POINT));
        assertThat(tasks(order, PROVE)).singleElement().extracting(Task::subject).isEqualTo("b");
    }

    @Test
    void work_done_stays_done_for_its_revision_and_is_owed_anew_for_a_later_one() {
        OrderNumber order = desk.register();
        desk.act(order, file -> file.revise(content(file, 1, 100)));
        desk.engine.at("trade/check", require("a", 5));
        consult(order, Question.at(POINT));
        TaskId done = tasks(order, PROVE).get(0).id();
        desk.act(order, file -> file.complete(done, Outcome.of("proved")));
        consult(order, Question.at(POINT));
        assertThat(tasks(order, PROVE)).isEmpty();
        desk.act(order, file -> file.revise(content(file, 2, 200)));
        consult(order, Question.at(POINT));
        assertThat(tasks(order, PROVE)).hasSize(1);
    }

    @Test
    void a_violation_is_unique_for_ever_and_asks_for_its_penalty_once() {
        OrderNumber order = desk.register();
        desk.engine.at("trade/check", new Conclusion.Violation("lina", "2026-03", Reason.of("late"), new Clause("3.1")));
        desk.engine.at("supervision/penalties",
                new Conclusion.Penalty("lina", "2026-03", 2, Reason.of("points", 2), new Clause("11.3")));
        consult(order, Question.at(POINT));
        desk.engine.at("trade/check");
        consult(order, Question.at(POINT));
        desk.engine.at("trade/check", new Conclusion.Violation("lina", "2026-03", Reason.of("late"), new Clause("3.1")));
        consult(order, Question.at(POINT));
        assertThat(kinds(order)).containsOnlyOnce("rules.violation", "rules.penalty");
        assertThat(desk.engine.seen).filteredOn(ViolationFound.class::isInstance).hasSize(1);
    }

    @Test
    void a_violation_is_judged_by_the_day_after_its_deadline_however_late_it_is_found() {
        OrderNumber order = desk.register();
        desk.engine.at("trade/deadlines", new Conclusion.Violation("lina", "t-9", Reason.of("late"), new Clause("3.1")));
        desk.engine.at("supervision/penalties");
        consult(order, Question.at(new ConsultationPoint("trade/deadlines"),
                        new TaskDue("t-9", "trade.proof", "", "sales.rep", "lina", "2026-01-30", -9, true))
                .addingOnly());
        assertThat(desk.decisions.of(order, TestDesk.AUDITOR))
                .filteredOn(record -> record.point().value().equals("supervision/penalties"))
                .extracting(DecisionRecord::day)
                .containsExactly(LocalDate.of(2026, 1, 31));
    }

    /** A fact of a department. */
    record Invoice(String number) {}

    @Test
    void nothing_is_decided_while_a_rostered_set_or_source_is_missing() {
        OrderNumber order = desk.register();
        assertThat(refusal(() -> consult(order, Question.at(POINT))).reason()).isEqualTo(Refused.Reason.UNAVAILABLE);
        desk.engine.at("trade/check");
        desk.engine.needs.add(Invoice.class.getName());
        enrol(RosterRows.FACT_TYPE, Invoice.class.getName());
        assertThat(refusal(() -> consult(order, Question.at(POINT))).reason()).isEqualTo(Refused.Reason.UNAVAILABLE);
        FactSource source = new FactSource() {
            @Override
            public Set<Class<? extends Record>> types() {
                return Set.of(Invoice.class);
            }

            @Override
            public Collection<? extends Record> about(OrderFile file) {
                return List.of(new Invoice("I-1"));
            }
        };
        desk.sources.add(source);
        consult(order, Question.at(POINT));
        assertThat(desk.decisions.of(order, TestDesk.AUDITOR).get(0).facts()).contains("I-1");
        desk.sources.remove(source);
        desk.engine.needs.clear();
        enrol(RosterRows.RULE_SET, "partner/trade.check");
        assertThat(refusal(() -> consult(order, Question.at(POINT))).reason()).isEqualTo(Refused.Reason.UNAVAILABLE);
        desk.transactions.command(() -> desk.roster.remove(RosterRows.RULE_SET, "partner/trade.check"));
        consult(order, Question.at(POINT));
    }

    @Test
    void what_a_department_attached_has_no_say_once_it_is_off_the_roster() {
        OrderNumber order = desk.register();
        desk.engine.at("trade/check");
        SetVersion own = desk.engine.active(POINT).get(0);
        enrol(RosterRows.DEPARTMENT, "leaver");
        enrol(RosterRows.RULE_SET, "leaver/trade.check");
        assertThat(refusal(() -> consult(order, Question.at(POINT))).reason()).isEqualTo(Refused.Reason.UNAVAILABLE);

        desk.transactions.command(() -> desk.roster.remove(RosterRows.DEPARTMENT, "leaver"));

        consult(order, Question.at(POINT));
        SetVersion gone = new SetVersion("leaver/trade.check", 3, "e".repeat(64));
        consult(order, Question.at(POINT).by(List.of(own, gone)));
        assertThat(desk.decisions.of(order, TestDesk.AUDITOR)).allSatisfy(decided -> assertThat(decided.sets()).containsExactly(own));
        enrol(RosterRows.DEPARTMENT, "leaver");
        assertThat(refusal(() -> consult(order, Question.at(POINT))).reason()).as("back on the roster").isEqualTo(Refused.Reason.UNAVAILABLE);
        desk.transactions.command(() -> desk.roster.remove(RosterRows.DEPARTMENT, "leaver") && desk.roster.remove(RosterRows.RULE_SET, "leaver/trade.check"));
    }

    private void enrol(String kind, String name) {
        desk.transactions.command(() -> {
            desk.roster.enrol(kind, name, Map.of(), desk.clock.now());
            return true;
        });
    }

    @Test
    void a_clock_that_stands_still_moves_the_deadline_by_the_working_days_between() {
        OrderNumber order = desk.register();
        desk.act(order, file -> file.raise(NewTask.of(PROVE, Role.SALES_REP)
                .until(new Weekdays().deadline(file.today(), WorkingDays.of(2)))));
        Task task = tasks(order, PROVE).get(0);
        desk.act(order, file -> file.suspend(task.id(), Text.plain("question")));
        desk.clock.pass(Duration.ofDays(7));
        desk.act(order, file -> file.resume(task.id()));
        Task moved = tasks(order, PROVE).get(0);
        assertThat(new Weekdays().workingDaysBetween(
                        task.deadline().orElseThrow().lastDay(), moved.deadline().orElseThrow().lastDay()))
                .isEqualTo(5);
        assertThat(moved.openedAt()).isEqualTo(task.openedAt());
        assertThat(moved.suspendedAt()).isEmpty();
    }

    @Test
    void the_rules_are_asked_once_on_the_last_day_and_once_when_it_has_passed() {
        desk.engine.at("trade/deadlines");
        OrderNumber order = desk.register();
        desk.act(order, file -> file.raise(NewTask.of(PROVE, Role.SALES_REP)
                .until(new Weekdays().deadline(file.today(), WorkingDays.of(0)))));
        String task = tasks(order, PROVE).get(0).id().toString();
        DeadlineSweep sweep = desk.startSweep();
        try {
            eventually(() -> due(task).size() == 1);
            assertThat(due(task).get(0).overdue()).isFalse();
            desk.clock.pass(Duration.ofDays(4));
            eventually(() -> due(task).size() == 2);
            assertThat(due(task).get(1).overdue()).isTrue();
            assertThat(due(task).get(1).workingDaysLeft()).isNegative();
        } finally {
            sweep.stop();
        }
        assertThat(due(task)).hasSize(2);
    }

    /** what was late is found by its task when it is done, and with it how late it was. */
    @Test
    void the_end_of_a_late_task_tells_which_one_it_was_and_when_it_was_due() {
        desk.engine.at("trade/deadlines");
        OrderNumber order = desk.register();
        desk.act(order, file -> file.raise(NewTask.of(PROVE, Role.SALES_REP)
                .until(new Weekdays().deadline(file.today(), WorkingDays.of(0)))));
        Task task = tasks(order, PROVE).get(0);
        desk.clock.pass(Duration.ofDays(4));
        DeadlineSweep sweep = desk.startSweep();
        try {
            eventually(() -> due(task.id().toString()).size() == 1);
        } finally {
            sweep.stop();
        }
        desk.act(order, file -> file.complete(task.id(), Outcome.of("done")));
        TaskDue late = due(task.id().toString()).get(0);
        assertThat(desk.journals.of(order, Long.MAX_VALUE, 100, TestDesk.AUDITOR))
                .filteredOn(line -> line.kind().equals("task.completed"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.changes()).contains(new Change("task", late.task(), ""));
                    assertThat(line.changes()).anySatisfy(change -> {
                        assertThat(change.field()).isEqualTo("deadline");
                        assertThat(change.before()).startsWith(late.lastDay() + " ");
                    });
                });
    }

    private List<TaskDue> due(String task) {
        return desk.engine.seen.stream()
                .filter(TaskDue.class::isInstance)
                .map(TaskDue.class::cast)
                .filter(due -> due.task().equals(task))
                .toList();
    }

    @Test
    void a_file_shows_at_once_what_its_own_command_changed() {
        OrderNumber order = desk.register();
        desk.act(order, file -> {
            int before = file.openTasks().size();
            boolean stood = file.milestones().contains(TradeDepartment.SIGNED);
            MilestoneName at = file.summary().milestone();
            Task task = file.raise(NewTask.of(TradeDepartment.SIGN, Role.SALES_REP));
            assertThat(file.openTasks()).hasSize(before + 1);
            file.assign(task.id(), TestDesk.LINA.id());
            assertThat(file.openTasks()).filteredOn(each -> each.id().equals(task.id()))
                    .singleElement()
                    .satisfies(each -> assertThat(each.holder()).contains(TestDesk.LINA.id()));
            file.cancel(task.id(), Text.plain("not needed"));
            assertThat(file.openTasks()).hasSize(before);
            file.reach(TradeDepartment.SIGNED);
            assertThat(stood).isFalse();
            assertThat(file.milestones()).contains(TradeDepartment.SIGNED);
            assertThat(file.summary().milestone()).isEqualTo(TradeDepartment.SIGNED).isNotEqualTo(at);
            file.withdraw(TradeDepartment.SIGNED, Text.plain("rework"));
            assertThat(file.milestones()).doesNotContain(TradeDepartment.SIGNED);
            assertThat(file.summary().milestone()).isEqualTo(at);
        });
    }

    @Test
    void notices_leave_in_order_and_again_for_a_consumer_that_failed() {
        List<Notice> taken = new CopyOnWriteArrayList<>();
        AtomicInteger failures = new AtomicInteger(2);
        NoticeConsumer consumer = new NoticeConsumer() {
            @Override
            public String name() {
                return "listening";
            }

            @Override
            public void take(List<Notice> notices) {
                if (failures.getAndDecrement() > 0) {
                    throw new IllegalStateException("as the test wants");
                }
                taken.addAll(notices);
            }
        };
        NoticeConsumer nameless = new NoticeConsumer() {
            @Override
            public String name() {
                throw new IllegalStateException("a partner's that cannot say its name");
            }

            @Override
            public void take(List<Notice> notices) {
                throw new IllegalStateException("it is never asked");
            }
        };
        OutboxDispatcher dispatcher = desk.startOutbox();
        try {
            dispatcher.bind(desk.services.of(nameless, "kontor-partner:dev.acme.lift", 0));
            dispatcher.bind(desk.services.of(consumer, "feature:kernel", 0));
            OrderNumber order = desk.register();
            desk.act(order, file -> file.notify(Role.SALES_HEAD, Text.plain("look")));
            eventually(() -> taken.stream().anyMatch(each -> each.what().equals(Text.plain("look"))));
            eventually(() -> desk.rows("select kind from kernel_outbox where id > ?", 0).isEmpty());
            List<Long> ids = taken.stream().filter(each -> each.order().filter(order::equals).isPresent())
                    .map(Notice::id).toList();
            assertThat(ids).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(2);
        } finally {
            dispatcher.stop();
        }
    }
}
