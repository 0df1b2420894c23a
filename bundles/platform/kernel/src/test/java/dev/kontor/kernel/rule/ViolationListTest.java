package dev.kontor.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.rule.Violations.Found;
import dev.kontor.api.rule.Violations.Part;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.TestCompany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Regulation 10.2: violations lead to their decision")
@ParameterizedClass
@EnumSource(Database.class)
class ViolationListTest {

    private static final OrderNumber ORDER = new OrderNumber("SO-2026-00001");
    private static final Person AUDITOR = person(Role.AUDITOR);
    private static final SetVersion SET = new SetVersion("entry/deadlines", 1, "5f".repeat(32));

    private final TestCompany company;
    private final KeptDecisions decisions;
    private final ViolationList violations;

    ViolationListTest(Database database) {
        company = TestCompany.on(database);
        decisions = new KeptDecisions(company.rows(), new DecisionPatterns(company.transactions(), company.rows()));
        violations = new ViolationList(company.transactions(), company.rows(), decisions, new RuleServices(Optional::empty, Optional::empty));
    }

    private static Person person(Role role) {
        return new Person(new PersonId("somebody"), "S", Set.of(role), "en");
    }

    @BeforeEach
    void conclude() {
        company.sql("delete from kernel_conclusion");
        company.sql("delete from kernel_decision");
        concluded("d-1", 1_000, new Conclusion.Violation("lina", "entry", Reason.of("late"), new Clause("3.2")));
        concluded("d-2", 2_000, new Conclusion.Penalty("lina", "entry", 5, Reason.of("late"), new Clause("10.2")));
        concluded("d-3", 3_000, new Conclusion.Remind(Role.SALES_REP, "lina", "entry", Reason.of("soon"), new Clause("3.2")));
    }

    private void concluded(String id, long at, Conclusion conclusion) {
        Conclusions.Key key = Conclusions.Key.of(conclusion);
        ConsultationPoint point = new ConsultationPoint("entry/deadlines");
        company.transactions().command(() -> {
            Decision decision = new Decision(id, ORDER.value(), point, List.of(SET), List.of(), TestCompany.TODAY, "cn@1", List.of(),
                    List.of(), List.of(new Concluded(conclusion, SET, "a rule")), PersonId.SYSTEM, Instant.ofEpochMilli(at));
            decisions.keep(decision, List.of(), Optional.empty());
            new Conclusions(company.rows())
                    .keep(ORDER, point.value(), new Conclusions.Kept(key, 1, ""), id, Instant.ofEpochMilli(at));
            return id;
        });
    }

    private List<String> decisionsBefore(long before, int limit) {
        return violations.before(Instant.ofEpochMilli(before), limit, AUDITOR).found().stream().map(Found::decision).toList();
    }

    @Test
    void penaltiesAndViolationsAreListedNewestFirstWithTheirDecision() {
        Part part = violations.before(Instant.ofEpochMilli(9_000), 10, AUDITOR);

        assertThat(part.found()).extracting(Found::decision).containsExactly("d-2", "d-1");
        assertThat(part.found().get(1).told().reasonZh()).isEqualTo("late []");
        assertThat(part.found().get(1).order()).isEqualTo(ORDER);
        assertThat(part.next()).isEmpty();
    }

    @Test
    void theNextPartBeginsBeforeTheLast() {
        assertThat(violations.before(Instant.ofEpochMilli(9_000), 1, AUDITOR).next()).contains(Instant.ofEpochMilli(2_000));
        assertThat(decisionsBefore(9_000, 1)).containsExactly("d-2");
        assertThat(decisionsBefore(2_000, 1)).containsExactly("d-1");
        assertThat(decisionsBefore(1_000, 1)).isEmpty();
    }

    @Test
    void whatWasConcludedAtOneInstantIsNeitherTornApartNorShownTwice() {
        for (int i = 1; i <= 3; i++) {
            concluded("t-" + i, 2_000, new Conclusion.Violation("zhao-" + i, "entry", Reason.of("late"), new Clause("3.2")));
        }
        concluded("d-0", 500, new Conclusion.Penalty("zhao", "entry", 5, Reason.of("late"), new Clause("10.2")));
        for (int limit = 1; limit <= 7; limit++) {
            List<String> all = new ArrayList<>();
            Optional<Instant> next = Optional.of(Instant.ofEpochMilli(9_000));
            while (next.isPresent()) {
                Part part = violations.before(next.get(), limit, AUDITOR);
                part.found().forEach(found -> all.add(found.decision()));
                next = part.next();
            }
            assertThat(all).as("%d a part", limit).containsExactly("d-2", "t-1", "t-2", "t-3", "d-1", "d-0");
        }
    }

    @Test
    void aPartWhoseDecisionsAreGoneIsNotTheLast() {
        company.sql("delete from kernel_decision where id = 'd-2'");
        Part part = violations.before(Instant.ofEpochMilli(9_000), 1, AUDITOR);
        assertThat(part.found()).isEmpty();
        assertThat(part.next()).contains(Instant.ofEpochMilli(2_000));
    }

    @Test
    void nobodyButAnAuditorReadsThem() {
        for (Role role : List.of(Role.SALES_HEAD, Role.SYSTEM_ADMINISTRATOR)) {
            Part part = violations.before(Instant.ofEpochMilli(9_000), 1, person(role));
            assertThat(part.found()).isEmpty();
            assertThat(part.next()).isEmpty();
        }
    }
}
