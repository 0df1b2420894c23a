package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Conclusion.Require;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Outlook;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.kernel.Database;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Who sees no order asks what rules would say of it, and leaves its matters to the department")
@ParameterizedClass
@EnumSource(Database.class)
class ErrandTest {

    private static final Person RULES = new Person(new PersonId("rules"), "Rules", Set.of(Role.RULE_ADMINISTRATOR), "en");
    private static final Person STRANGER = new Person(new PersonId("wang"), "Wang", Set.of(Role.SALES_REP), "en");
    private static final ConsultationPoint POINT = new ConsultationPoint("trade/check");
    private static final TaskKind PROVE = new TaskKind("trade.prove");

    private final TestDesk desk;

    ErrandTest(Database database) {
        desk = new TestDesk(database.open());
        desk.run(desk.trade);
    }

    private OrderNumber order;

    @BeforeEach
    void register() {
        order = desk.register();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void an_errand_is_done_once_by_the_platform_after_it_failed_and_after_a_stop() {
        entrust("a", "key");
        entrust("a", "key");
        entrust("a", "another key");
        desk.trade.unable.set(1);
        desk.startArrivals();
        eventually(() -> desk.trade.unable.get() == 0);
        desk.stopArrivals();
        desk.startArrivals();

        eventually(() -> desk.rows("select order_number from kernel_errand").isEmpty());
        assertThat(attended()).containsExactly("a by kontor");
    }

    @Test
    void matters_of_one_order_are_told_apart() {
        entrust("a", "key");
        entrust("b", "another key");
        desk.startArrivals();

        eventually(() -> desk.rows("select order_number from kernel_errand").isEmpty());
        assertThat(attended()).containsExactlyInAnyOrder("a by kontor", "b by kontor");
    }

    @Test
    void there_is_no_errand_to_an_order_that_is_not_there() {
        OrderNumber nowhere = OrderNumber.of(1999, 1);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> desk.desk.submit(request(nowhere, "a", "key")))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.NOT_FOUND));
        assertThat(desk.rows("select order_number from kernel_errand")).isEmpty();
    }

    @Test
    void what_rules_would_say_is_told_to_who_judges_them_and_nothing_of_it_is_kept() {
        desk.engine.at(POINT.value(), require("now"));
        SetVersion other = desk.engine.proposed(POINT.value(), "e".repeat(64), facts -> List.of(require("then")));

        Outlook.Answer now = desk.foresight.ask(order, Question.at(POINT), RULES);
        Outlook.Answer then = desk.foresight.ask(order, Question.at(POINT).by(List.of(other)), RULES);

        assertThat(now.conclusions()).extracting(told -> told.conclusion().subject()).containsExactly("now");
        assertThat(now.sets()).isEqualTo(desk.foresight.versions(POINT));
        assertThat(then.conclusions()).extracting(told -> told.conclusion().subject()).containsExactly("then");
        assertThat(then.sets()).containsExactly(other);
        assertThat(desk.rows("select id from kernel_decision")).isEmpty();
        assertThat(open(PROVE)).isEmpty();
    }

    @Test
    void who_neither_sees_the_order_nor_judges_rules_is_told_nothing() {
        desk.engine.at(POINT.value(), require("now"));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> desk.foresight.ask(order, Question.at(POINT), STRANGER))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.NOT_FOUND));
    }

    @Test
    void a_point_whose_rules_are_away_says_so() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> desk.foresight.versions(POINT))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.UNAVAILABLE));
    }

    @Test
    void required_work_of_who_is_kept_is_not_lifted_and_of_others_is() {
        desk.engine.at(POINT.value(), require("kept"), require("other"));
        desk.act(order, file -> file.consult(Question.at(POINT)));
        Task kept = open(PROVE).stream().filter(task -> task.subject().equals("kept")).findFirst().orElseThrow();
        desk.engine.at(POINT.value());

        desk.act(order, file -> file.consult(Question.at(POINT).keeping(Set.of("kept"))));
        assertThat(open(PROVE)).containsExactly(kept);

        desk.act(order, file -> file.consult(Question.at(POINT)));
        assertThat(open(PROVE)).isEmpty();
    }

    @Test
    void required_work_that_is_moved_is_due_on_the_new_day_with_the_day_before_in_the_journal_and_no_other_is() {
        desk.engine.at(POINT.value(), require("moved"), require("other"));
        desk.act(order, file -> file.consult(Question.at(POINT)));
        LocalDate before = due("moved");
        desk.engine.at(POINT.value(), require("moved", 5), require("other", 5));

        desk.act(order, file -> file.consult(Question.at(POINT).moving(Set.of("moved"))));
        desk.act(order, file -> file.consult(Question.at(POINT).moving(Set.of("moved"))));

        assertThat(due("other")).isEqualTo(before);
        assertThat(due("moved")).isAfter(before);
        assertThat(desk.journals.of(order, Long.MAX_VALUE, 100, TestDesk.AUDITOR)).filteredOn(entry -> entry.kind().equals("task.moved"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.decision()).isNotEmpty();
                    assertThat(entry.changes()).singleElement().satisfies(change -> {
                        assertThat(change.before()).startsWith(before.toString());
                        assertThat(change.after()).startsWith(due("moved").toString());
                    });
                });
    }

    @Test
    void a_clock_that_stands_still_does_so_from_the_day_on_which_its_deadline_is_moved() {
        desk.engine.at(POINT.value(), require("moved"));
        desk.act(order, file -> file.consult(Question.at(POINT)));
        desk.act(order, file -> file.suspend(open(file, "moved"), Text.plain("waits")));
        desk.clock.pass(Duration.ofDays(7));
        desk.engine.at(POINT.value(), require("moved", 5));
        desk.act(order, file -> file.consult(Question.at(POINT).moving(Set.of("moved"))));
        LocalDate moved = due("moved");

        desk.act(order, file -> file.resume(open(file, "moved")));

        assertThat(due("moved")).isEqualTo(moved);
    }

    private static TaskId open(OrderFile file, String subject) {
        return file.openTasks(PROVE).stream().filter(task -> task.subject().equals(subject)).findFirst().orElseThrow().id();
    }

    private LocalDate due(String subject) {
        return open(PROVE).stream()
                .filter(task -> task.subject().equals(subject))
                .flatMap(task -> task.deadline().stream())
                .map(Deadline::lastDay)
                .findFirst()
                .orElseThrow();
    }

    private static Conclusion require(String subject) {
        return require(subject, 2);
    }

    private static Conclusion require(String subject, int days) {
        return new Require(PROVE, subject, Role.SALES_REP, WorkingDays.of(days), Reason.of("because"), new Clause("4.2"));
    }

    private List<Task> open(TaskKind kind) {
        return desk.desk.read(order, TestDesk.AUDITOR, view -> view.openTasks(kind));
    }

    private void entrust(String matter, String key) {
        desk.desk.submit(request(order, matter, key));
    }

    private static Request request(OrderNumber number, String matter, String key) {
        Values values = new Values(Map.of("order", number.value(), "matter", matter));
        return new Request(RULES, "trade/entrust", Optional.empty(), Optional.empty(), -1, values, key);
    }

    /** What the department wrote into the order's journal. */
    private List<String> attended() {
        return desk.journals.of(order, Long.MAX_VALUE, 100, TestDesk.AUDITOR).stream()
                .filter(entry -> entry.kind().equals("trade.attended"))
                .map(entry -> (String) entry.what().arguments().get(0))
                .toList();
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
