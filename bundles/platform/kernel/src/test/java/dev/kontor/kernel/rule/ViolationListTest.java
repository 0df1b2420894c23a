package dev.kontor.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Accounts;
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
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.TestCompany;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        violations = new ViolationList(company.transactions(), company.rows(), decisions, new RuleServices(Optional::empty, Optional::empty,
                new Whom(() -> Optional.of(known()), () -> Optional.of(titles()))));
    }

    private static Person person(Role role) {
        return new Person(new PersonId("somebody"), "S", Set.of(role), "en");
    }

    /** Lina alone has an account. */
    private static Accounts known() {
        return (Accounts) Proxy.newProxyInstance(ViolationListTest.class.getClassLoader(), new Class<?>[] {Accounts.class},
                (proxy, method, arguments) -> Optional.of(new Person((PersonId) arguments[0], "Li Na", Set.of(), "en"))
                        .filter(each -> each.id().value().equals("lina")));
    }

    private static Texts titles() {
        return new Texts() {
            @Override
            public String say(Text text, Locale language) {
                return text.key().equals("console.subject-of") ? "<%s>".formatted(text.arguments().get(0)) : text.key();
            }

            @Override
            public Optional<String> find(String key, Locale language) {
                return Optional.of(language.getLanguage().equals("zh") ? "业务员" : "Sales representative").filter(title -> key.equals("role.sales.rep"));
            }
        };
    }

    @Test
    @DisplayName("R-10.2: a violation says who it is by name or by the role's title, in both languages; what is neither stays as it is")
    void whoItIsIsSaidByName() {
        concluded("d-4", 4_000, new Conclusion.Violation("lina", "visit", Reason.of("late", "lina", "2026-03-02", "linas"), new Clause("3.2")));
        concluded("d-5", 5_000, new Conclusion.Violation("sales.rep", "visit", Reason.of("late", "sales.rep"), new Clause("3.2")));
        concluded("d-6", 6_000, new Conclusion.Penalty("质量部", "visit", 5, Reason.of("late", "质量部"), new Clause("10.2")));

        List<Found> found = violations.before(Instant.ofEpochMilli(9_000), 3, AUDITOR).found();

        assertThat(found).extracting(each -> each.told().reasonZh())
                .containsExactly("late [质量部]", "late [业务员]", "late [Li Na, 2026-03-02, linas]");
        assertThat(found.get(1).told().reasonEn()).isEqualTo("late [Sales representative]");
        assertThat(found.get(2).told().reasonEn()).isEqualTo("late [Li Na, 2026-03-02, linas]");
        assertThat(found.get(2).told().conclusion().reason().arguments()).as("what was decided with").contains("lina");
    }

    @Test
    @DisplayName("R-10.2: what a late task was about is said in words where a rule about deadlines says it, and nowhere else")
    void whatATaskIsAboutIsSaidInWords() {
        Conclusion late = new Conclusion.Violation("lina", "visit", Reason.of("late", "lina", "2026-03-02", "SN-1 present incoming"), new Clause("5.3"));
        concluded("d-7", 7_000, late);
        concluded("d-8", 8_000, late, new SetVersion("entry/other", 1, "5f".repeat(32)), "other");

        List<Found> found = violations.before(Instant.ofEpochMilli(9_000), 2, AUDITOR).found();

        assertThat(found).extracting(each -> each.told().reasonEn())
                .containsExactly("late [Li Na, 2026-03-02, SN-1 present incoming]", "late [Li Na, 2026-03-02, <SN-1 present incoming>]");
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
        concluded(id, at, conclusion, SET, "deadlines");
    }

    private void concluded(String id, long at, Conclusion conclusion, SetVersion set, String asked) {
        Conclusions.Key key = Conclusions.Key.of(conclusion);
        ConsultationPoint point = new ConsultationPoint("entry/" + asked);
        company.transactions().command(() -> {
            Decision decision = new Decision(id, ORDER.value(), point, List.of(set), List.of(), TestCompany.TODAY, "cn@1", List.of(),
                    List.of(), List.of(new Concluded(conclusion, set, "a rule")), PersonId.SYSTEM, Instant.ofEpochMilli(at));
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
