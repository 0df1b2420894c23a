package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Question;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.facts.RecentContracts;
import dev.kontor.api.rule.facts.TaskDue;
import dev.kontor.api.text.Text;
import dev.kontor.store.StoreFailed;
import dev.kontor.store.StoreHarness;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What stays of a decision, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DecisionPromises {

    private static final ConsultationPoint POINT = new ConsultationPoint("trade/check");
    private static final TaskDue LATE = new TaskDue("t", "k", "s", "r", "h", "2026-03-02", -4711, true);

    private TestDesk desk;
    private OrderNumber order;

    abstract StoreHarness store();

    @BeforeAll
    void open() {
        desk = new TestDesk(store());
        desk.run(desk.trade);
        desk.engine.needs.add(RecentContracts.class.getName());
    }

    @AfterAll
    void close() {
        desk.close();
    }

    /** An order in force, and rules that say how late a task is. */
    @BeforeEach
    void prepare() {
        order = desk.register();
        desk.act(order, file -> file.revise(FlowPromises.content(file, 1, 300)));
        desk.engine.judging(POINT.value(), facts -> facts.stream()
                .filter(TaskDue.class::isInstance)
                .map(TaskDue.class::cast)
                .<Conclusion>map(due -> new Conclusion.Check(
                        "late", false, Reason.of("late", -due.workingDaysLeft(), Money.cny(5)), new Clause("3.3")))
                .toList());
    }

    private Decision consult() {
        List<Decision> made = new CopyOnWriteArrayList<>();
        desk.act(order, file -> made.add(file.consult(Question.at(POINT, LATE))));
        return made.get(0);
    }

    private DecisionRecord read() {
        return desk.decisions.of(order, TestDesk.AUDITOR).get(0);
    }

    private void tamper(String table, String from, String to) {
        String content = desk.rows("select content from " + table + " where order_number = ?", order).get(0);
        assertThat(content).contains(from);
        desk.transactions.command(() ->
                desk.rows.run("update " + table + " set content = ? where order_number = ?", content.replace(from, to), order));
    }

    @Test
    void no_two_have_the_same_stamp_and_the_command_that_comes_second_is_one_that_is_repeated() {
        consult();
        consult();
        assertThatExceptionOfType(StoreFailed.class)
                .isThrownBy(() -> desk.transactions.command(() ->
                        desk.rows.run("update kernel_decision set running = 4711 where order_number = ?", order)))
                .satisfies(failed -> {
                    assertThat(failed.trouble()).isEqualTo(StoreFailed.Trouble.DUPLICATE);
                    assertThat(failed.constraint()).startsWith("kernel_");
                });
    }

    @Test
    void a_decision_is_had_back_as_it_was_taken() {
        Decision taken = consult();
        assertThat(taken.parameters()).hasSize(1);
        assertThat(taken.firings()).hasSize(1);
        List<Decision> latest = desk.desk.read(order, TestDesk.AUDITOR, view -> view.decisions());
        assertThat(latest).containsExactly(taken);
    }

    @Test
    void the_latest_at_a_point_is_known_at_once_and_that_of_another_point_is_another() {
        ConsultationPoint other = new ConsultationPoint("trade/other");
        desk.engine.at(other.value());
        desk.act(order, file -> {
            assertThat(file.decision(POINT)).isEmpty();
            Decision first = file.consult(Question.at(POINT, LATE));
            assertThat(file.decision(POINT)).contains(first);
            Decision second = file.consult(Question.at(POINT, LATE));
            Decision elsewhere = file.consult(Question.at(other, LATE));
            assertThat(file.decision(POINT)).contains(second).isNotEqualTo(Optional.of(first));
            assertThat(file.decision(other)).contains(elsewhere);
        });
        Optional<Decision> kept = desk.desk.read(order, TestDesk.AUDITOR, view -> view.decision(POINT));
        List<Decision> each = desk.desk.read(order, TestDesk.AUDITOR, view -> view.decisions());
        assertThat(each).hasSize(2).element(1).isEqualTo(kept.orElseThrow());
    }

    @Test
    void people_read_it_in_the_words_of_its_version_with_its_facts() {
        Decision taken = consult();
        DecisionRecord record = read();
        assertThat(record.facts()).contains("RecentContracts", "\"workingDaysLeft\":-4711", "api.order.Order\",\"value\":{\"channel\"", "Lathe");
        assertThat(record.parameters()).isEqualTo(taken.parameters());
        assertThat(record.conclusions()).singleElement().satisfies(told -> {
            assertThat(told.reasonEn()).isEqualTo("because");
            assertThat(told.reasonZh()).isEqualTo("因为");
            assertThat(told.rule()).isEqualTo("a rule");
        });
        assertThat(record.firings()).singleElement().satisfies(fired -> {
            assertThat(fired.file() + ":" + fired.line()).isEqualTo("a.drl:1");
            assertThat(fired.matched()).hasSize(3);
            assertThat(fired.matched().get(0).toString()).contains("kernel.matched-fact", "TaskDue.workingDaysLeft", "-4711", "change.yes");
            assertThat(fired.matched().get(1)).isEqualTo(Text.of("kernel.matched-parameter", Text.of("kernel.reason", "because", "因为"),
                    BigDecimal.valueOf(100), Text.plain("CNY"), LocalDate.of(2020, 1, 1), "4.2"));
            assertThat(fired.matched().get(2)).isEqualTo(Text.of(
                    "kernel.matched-conclusion", Text.of("console.check.failed"), Text.of("kernel.reason", "because", "因为")));
        });
    }

    @Test
    void the_order_in_force_is_kept_once() {
        consult();
        consult();
        assertThat(desk.rows("select content from kernel_decision where order_number = ?", order))
                .hasSize(2)
                .noneMatch(content -> content.contains("Lathe"));
    }

    @Test
    void an_order_that_is_not_in_force_is_kept_with_the_decision() {
        desk.act(order, file -> file.consult(Question.at(POINT, FlowPromises.content(file, 2, 301))));
        assertThat(read().facts()).contains("\"revision\":2", "301.00").doesNotContain("300.00");
        assertThat(desk.decisions.verify(read().id())).isEmpty();
    }

    @Test
    void it_gives_the_same_answer_again_whatever_another_sets_parameter_is_now() {
        Decision taken = consult();
        desk.engine.changeLimit(4_000);
        assertThat(desk.decisions.verify(taken.id())).isEmpty();
        assertThat(consult().parameters()).isNotEqualTo(taken.parameters());
        assertThat(desk.decisions.verify(taken.id())).isEmpty();
    }

    @Test
    void rules_that_say_something_else_now_are_found_out() {
        Decision taken = consult();
        desk.engine.at(POINT.value(), new Conclusion.Check("early", true, Reason.of("early"), new Clause("3.3")));
        assertThat(desk.decisions.verify(taken.id()))
                .hasValueSatisfying(words -> assertThat(words.arguments().toString()).contains("late", "early"));
    }

    @Test
    void a_fact_that_was_changed_in_the_row_is_found_out() {
        String id = consult().id();
        assertThat(desk.decisions.verify(id)).isEmpty();
        tamper("kernel_decision", "-4711", "-4712");
        assertThat(desk.decisions.verify(id)).contains(Text.of("kernel.proof.tampered"));
    }

    @Test
    void an_order_that_was_changed_in_its_revision_is_found_out() {
        String id = consult().id();
        assertThat(desk.decisions.verify(id)).isEmpty();
        tamper("kernel_revision", "Lathe", "Latte");
        assertThat(desk.decisions.verify(id)).contains(Text.of("kernel.proof.revision"));
        assertThat(read().facts()).contains("Latte");
    }

    @Test
    void while_nobody_can_tell_its_words_the_reason_stands_for_them() {
        consult();
        desk.engineRuns = false;
        try {
            assertThat(read().conclusions()).singleElement().satisfies(told ->
                    assertThat(told.reasonZh()).isEqualTo("late [4711, CNY 5.00]"));
            assertThat(desk.decisions.verify(read().id())).isPresent();
        } finally {
            desk.engineRuns = true;
        }
    }
}
