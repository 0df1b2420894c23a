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
import dev.kontor.kernel.Database;
import dev.kontor.kernel.TestCompany;
import java.time.Instant;
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
        decisions = new KeptDecisions(company.rows());
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

    @Test
    void penaltiesAndViolationsAreListedNewestFirstWithTheirDecision() {
        List<Found> found = violations.before(Instant.ofEpochMilli(9_000), 10, AUDITOR);

        assertThat(found).extracting(Found::decision).containsExactly("d-2", "d-1");
        assertThat(found.get(1).told().reasonZh()).isEqualTo("late []");
        assertThat(found.get(1).order()).isEqualTo(ORDER);
    }

    @Test
    void theNextPartBeginsBeforeTheLast() {
        assertThat(violations.before(Instant.ofEpochMilli(9_000), 1, AUDITOR)).extracting(Found::decision).containsExactly("d-2");
        assertThat(violations.before(Instant.ofEpochMilli(2_000), 1, AUDITOR)).extracting(Found::decision).containsExactly("d-1");
        assertThat(violations.before(Instant.ofEpochMilli(1_000), 1, AUDITOR)).isEmpty();
    }

    @Test
    void nobodyButAnAuditorReadsThem() {
        assertThat(violations.before(Instant.ofEpochMilli(9_000), 10, person(Role.SALES_HEAD))).isEmpty();
        assertThat(violations.before(Instant.ofEpochMilli(9_000), 10, person(Role.SYSTEM_ADMINISTRATOR))).isEmpty();
    }
}
