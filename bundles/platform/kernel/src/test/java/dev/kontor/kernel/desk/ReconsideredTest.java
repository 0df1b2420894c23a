package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.Reconsiderations;
import dev.kontor.api.rule.Reconsiderations.NearFact;
import dev.kontor.api.rule.Reconsiderations.NearMiss;
import dev.kontor.api.rule.Reconsiderations.Outcome;
import dev.kontor.api.rule.facts.TaskDue;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.form.FormCheck;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.kernel.rule.DecisionPatterns;
import dev.kontor.kernel.rule.FactTexts;
import dev.kontor.kernel.rule.KeptDecisions;
import dev.kontor.kernel.rule.Reconsidered;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("A kept decision is thought over: what almost decided otherwise, and what would be with other values")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconsideredTest {

    private static final ConsultationPoint POINT = new ConsultationPoint("trade/check");
    private static final TaskDue LATE = new TaskDue("t", "k", "s", "r", "h", "2026-03-02", -3, true);
    private static final Person ZHAO = new Person(new PersonId("zhao"), "Zhao", Set.of(Role.SALES_REP), "en");

    private TestDesk desk;
    private Reconsiderations reconsiderations;
    private OrderNumber order;

    @BeforeAll
    void open() {
        desk = new TestDesk(Database.DERBY.open());
        desk.run(desk.trade);
        desk.engine.matches = 2;
        OrderRows orders = new OrderRows(desk.rows, desk.clock);
        reconsiderations = new Reconsidered(desk.transactions, new KeptDecisions(desk.rows, new DecisionPatterns(desk.transactions, desk.rows)),
                orders, new FactTexts(desk.sources, orders), desk.rules, FormCheck.with(upload -> Optional.empty()), desk.clock);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    /** A decision on an order of that price, with the limit of 100 in force. */
    private String decided(long price, Predicate<Facts> large) {
        order = desk.register();
        desk.act(order, file -> file.revise(FlowPromises.content(file, 1, price)));
        desk.engine.judging(POINT.value(), facts -> {
            Facts given = Facts.of(facts);
            return large.test(given)
                    ? List.of(new Conclusion.Check("large", false, Reason.of("large", given.total(), given.limit()), new Clause("4.2")))
                    : List.of();
        });
        List<Decision> made = new CopyOnWriteArrayList<>();
        desk.act(order, file -> made.add(file.consult(Question.at(POINT, LATE))));
        return made.get(0).id();
    }

    /** What the rules of these tests compare. */
    private record Facts(BigDecimal total, BigDecimal limit, TaskDue due) {

        static Facts of(List<Record> facts) {
            return new Facts(
                    only(facts, Order.class).map(Order::total).map(Money::amount).orElse(BigDecimal.ZERO),
                    only(facts, Parameter.class).orElseThrow().value(),
                    only(facts, TaskDue.class).orElseThrow());
        }

        private static <R> Optional<R> only(List<Record> facts, Class<R> type) {
            return facts.stream().filter(type::isInstance).map(type::cast).findFirst();
        }

        boolean from() {
            return total.compareTo(limit) >= 0;
        }

        boolean above() {
            return total.compareTo(limit) > 0;
        }
    }

    private List<NearMiss> near(String decision) {
        return reconsiderations.nearMisses(decision, TestDesk.AUDITOR).found();
    }

    @Test
    void anOrderAtNineTenthsOfTheLimitWasCloseAndOneBelowWasNot() {
        assertThat(near(decided(90, Facts::from))).singleElement().satisfies(miss -> {
            assertThat(miss.parameter().value()).isEqualByComparingTo("100");
            assertThat(miss.otherwise()).isEqualByComparingTo("90.00");
            assertThat(miss.added()).singleElement().satisfies(told -> assertThat(told.conclusion().subject()).isEqualTo("large"));
            assertThat(miss.gone()).isEmpty();
            assertThat(miss.compared()).hasValueSatisfying(fact -> {
                assertThat(fact.value()).isEqualByComparingTo("90");
                assertThat(fact.field().arguments()).contains("Order.total");
            });
        });
        assertThat(near(decided(89, Facts::from))).isEmpty();
    }

    @Test
    void theValueAtWhichTheVerdictTurnsIsExactToTheCent() {
        assertThat(near(decided(95, Facts::above))).singleElement()
                .satisfies(miss -> assertThat(miss.otherwise()).as("more than the limit").isEqualByComparingTo("94.99"));
        assertThat(near(decided(110, Facts::above))).singleElement().satisfies(miss -> {
            assertThat(miss.otherwise()).isEqualByComparingTo("110.00");
            assertThat(miss.gone()).hasSize(1);
            assertThat(miss.added()).isEmpty();
        });
        assertThat(near(decided(110, Facts::from))).as("at 110.01 only, which is beyond the margin").isEmpty();
    }

    private List<NearFact> nearFacts(String decision) {
        return reconsiderations.nearMisses(decision, TestDesk.AUDITOR).facts();
    }

    @Test
    void aFactJustUnderALimitIsToldWithTheValueAtWhichItWouldHaveDecidedOtherwise() {
        assertThat(nearFacts(decided(95, Facts::above))).singleElement().satisfies(miss -> {
            assertThat(miss.field().arguments()).contains("Order.total");
            assertThat(miss.value()).isEqualByComparingTo("95");
            assertThat(miss.currency()).isEqualTo("CNY");
            assertThat(miss.otherwise()).as("more than the limit of 100").isEqualByComparingTo("100.01");
            assertThat(miss.added()).singleElement().satisfies(told -> assertThat(told.conclusion().subject()).isEqualTo("large"));
            assertThat(miss.gone()).isEmpty();
        });
        assertThat(nearFacts(decided(90, Facts::above))).as("99 is a tenth more, and not above 100").isEmpty();
        assertThat(nearFacts(decided(105, Facts::above))).singleElement()
                .satisfies(miss -> assertThat(miss.otherwise()).isEqualByComparingTo("100.00"));
    }

    @Test
    void aFactsWholeNumberIsMovedByOneAndFactsComparedWithFactsAreTold() {
        String decision = decided(90, facts -> facts.due().workingDaysLeft() >= -3);
        assertThat(nearFacts(decision)).singleElement().satisfies(miss -> {
            assertThat(miss.field().arguments()).contains("TaskDue.workingDaysLeft");
            assertThat(miss.otherwise()).isEqualByComparingTo("-4");
            assertThat(miss.gone()).hasSize(1);
        });
    }

    @Test
    void aParameterThatFactsWereMadeForIsNoNearMiss() {
        assertThat(near(decided(100, facts -> facts.limit().compareTo(BigDecimal.valueOf(100)) == 0))).isEmpty();
    }

    @Test
    void aDecisionThatComesOutOtherwiseByItselfSaysNothingOfWhatWasClose() {
        String decision = decided(90, Facts::from);
        desk.engine.at(POINT.value(), new Conclusion.Check("other", true, Reason.of("other"), new Clause("4.2")));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> near(decision))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.CONFLICT));
    }

    private Outcome whatIf(String decision, Map<String, Object> typed) {
        Map<String, Object> values = new HashMap<>(Map.of("versions", "cited"));
        values.putAll(typed);
        return reconsiderations.whatIf(decision, new Values(values), TestDesk.AUDITOR);
    }

    private String field(String decision, String component) {
        return reconsiderations.sheet(decision, TestDesk.AUDITOR).form().fields().stream()
                .map(Field::name)
                .filter(name -> name.endsWith("-" + component))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anotherTotalIsJudgedBesideWhatWasDecidedAndNothingIsKept() {
        String decision = decided(90, Facts::from);
        String total = field(decision, "total");
        assertThat(reconsiderations.sheet(decision, TestDesk.AUDITOR).stand().text(total)).isEqualTo("90.00");
        List<String> before = desk.rows("select content from kernel_decision");
        int lines = desk.rows("select hash from kernel_journal").size();

        assertThat(whatIf(decision, Map.of(total, "99.99")).now()).isEmpty();
        Outcome large = whatIf(decision, Map.of(total, "1,000.00"));
        assertThat(large.decided()).isEmpty();
        assertThat(large.now()).singleElement().satisfies(told ->
                assertThat(told.conclusion().reason().arguments().get(0)).isEqualTo(new BigDecimal("1000.00")));

        assertThat(desk.rows("select content from kernel_decision")).isEqualTo(before);
        assertThat(desk.rows("select hash from kernel_journal")).hasSize(lines);
    }

    @Test
    void numbersYesNoAndDaysOfOtherFactsCanBeChanged() {
        String decision = decided(90, facts -> facts.due().overdue() && facts.due().workingDaysLeft() < 0
                && facts.due().lastDay().compareTo("2026-03-05") < 0);
        assertThat(whatIf(decision, Map.of()).now()).hasSize(1);
        assertThat(whatIf(decision, Map.of(field(decision, "overdue"), "no")).now()).isEmpty();
        assertThat(whatIf(decision, Map.of(field(decision, "workingDaysLeft"), "0")).now()).isEmpty();
        assertThat(whatIf(decision, Map.of(field(decision, "lastDay"), "2026-03-05")).now()).isEmpty();
        assertThat(whatIf(decision, Map.of(field(decision, "lastDay"), "2026-03-04")).now()).hasSize(1);
    }

    @Test
    void wordsOfFactsAndTheKindOfAContractCanBeChanged() {
        String decision = decided(90, facts -> facts.due().kind().equals("k"));
        String kind = called(decision, "TaskDue.kind");
        assertThat(whatIf(decision, Map.of(kind, "k", called(decision, "Order.kind"), "trial")).now()).hasSize(1);
        assertThat(whatIf(decision, Map.of(kind, "other")).now()).isEmpty();
    }

    private String called(String decision, String label) {
        return reconsiderations.sheet(decision, TestDesk.AUDITOR).form().fields().stream()
                .filter(field -> field.label().arguments().contains(label))
                .findFirst()
                .orElseThrow()
                .name();
    }

    @Test
    void whatCannotBeIsRefusedAtItsField() {
        String decision = decided(90, Facts::from);
        String left = field(decision, "workingDaysLeft");
        String total = field(decision, "total");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> whatIf(decision, Map.of(left, "2.5")))
                .satisfies(refused -> assertThat(refused.gaps()).singleElement().satisfies(gap -> assertThat(gap.field()).isEqualTo(left)));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> whatIf(decision, Map.of(total, "much", left, "99999999999")))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).contains(total));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> whatIf(decision, Map.of("versions", "")))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("versions"));
    }

    @Test
    void whoMayNotSeeTheOrderLearnsNothingOfItsDecision() {
        String decision = decided(90, Facts::from);
        assertThat(reconsiderations.nearMisses(decision, TestDesk.LINA).found()).hasSize(1);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> reconsiderations.nearMisses(decision, ZHAO));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> reconsiderations.sheet(decision, ReplayRoom.RULES));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> reconsiderations.whatIf(decision, Values.NONE, ZHAO))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.NOT_FOUND));
    }
}
