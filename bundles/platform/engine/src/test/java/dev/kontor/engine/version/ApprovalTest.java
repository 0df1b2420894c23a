package dev.kontor.engine.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.RuleSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Approval by a second person is a policy of each rule set")
class ApprovalTest extends Room {

    private static final Map<String, Object> TWO = Map.of("set", SET, "approval", "two", "reason", "it matters");
    private static final Map<String, Object> ONE = Map.of("set", SET, "approval", "one", "reason", "it does not");

    private static Map<String, Object> with(String digest) {
        return Map.of("set", SET, "digest", digest, "reason", "read and found right");
    }

    @Test
    void without_a_policy_a_set_about_anything_else_is_activated_by_one_of_two() {
        open("rules", "other");
        String digest = proposed("rules", 3_000_000, "activate");
        assertThat(version(digest).state()).isEqualTo("active");
        assertThat(set().approval()).isEqualTo(new RuleSets.Approval(false, false, Optional.empty()));
        assertThat(version(digest).approvedBy()).isEmpty();
        assertThat(office.said.get(office.said.size() - 1).key()).isEqualTo("engine.journal-activated");
    }

    @Test
    void where_the_policy_demands_it_the_second_person_approves_what_somebody_else_is_the_author_of() throws IOException {
        open("rules", "other");
        office.run("rules", "rules/policy", TWO);
        Path file = folder.resolve(SET).resolve("parameters.csv");
        Files.writeString(file, largeFrom(Files.readString(file), 3_000_000));
        Office.until(() -> set().candidate().isPresent());
        String proposed = set().candidate().orElseThrow().version().digest();
        assertThatThrownBy(() -> office.run("other", "rules/approve", with(proposed))).isInstanceOf(Refused.class).hasMessageContaining("claim-first");
        office.run("rules", "rules/claim", Map.of("set", SET));
        assertThatThrownBy(() -> office.run("rules", "rules/approve", with(proposed))).hasMessageContaining("second-person");
        assertThatThrownBy(() -> office.run("rules", "rules/activate", with(proposed))).hasMessageContaining("needs-approval");
        assertThatThrownBy(() -> office.run("operator", "rules/approve", with(proposed))).hasMessageContaining("operator-is-nobody");
        assertThat(isLarge(2_000_000)).isTrue();
        office.run("other", "rules/approve", with(proposed));
        assertThat(isLarge(2_999_999)).isFalse();
        assertThat(isLarge(3_000_000)).isTrue();
        assertThat(version(proposed).by()).contains(new PersonId("rules"));
        assertThat(version(proposed).approvedBy()).contains(new PersonId("other"));
    }

    @Test
    void what_was_approved_is_a_digest_and_a_file_changed_since_waits_by_itself() {
        open("rules", "other");
        office.run("rules", "rules/policy", TWO);
        String first = proposed("rules", 3_000_000, "propose");
        office.run("other", "rules/approve", with(first));
        String changed = proposed("rules", 4_000_000, "activate");
        assertThat(changed).isNotEqualTo(first);
        assertThat(isLarge(3_000_000)).isTrue();
        assertThatThrownBy(() -> office.run("rules", "rules/activate", with(changed))).hasMessageContaining("needs-approval");
        assertThatThrownBy(() -> office.run("other", "rules/approve", with(first))).hasMessageContaining("not-proposed");
        assertThat(version(changed).state()).isEqualTo("proposed");
    }

    @Test
    void ending_it_takes_a_second_person_and_beginning_it_does_not() throws Exception {
        open("rules", "other");
        office.run("rules", "rules/policy", TWO);
        assertThat(set().approval().secondPerson()).isTrue();
        office.run("rules", "rules/policy", ONE);
        assertThat(set().approval()).isEqualTo(new RuleSets.Approval(true, true, Optional.of(new PersonId("rules"))));
        String waits = proposed("rules", 3_000_000, "activate");
        assertThat(version(waits).state()).isEqualTo("proposed");
        assertThatThrownBy(() -> office.run("rules", "rules/confirm-policy", Map.of("set", SET, "reason", "x"))).hasMessageContaining("second-person");
        assertThatThrownBy(() -> office.run("operator", "rules/confirm-policy", Map.of("set", SET, "reason", "x"))).hasMessageContaining("operator-is-nobody");
        office.close();
        open("rules", "other");
        assertThat(set().approval().secondPerson()).isTrue();
        office.run("other", "rules/confirm-policy", Map.of("set", SET, "reason", "agreed"));
        assertThat(set().approval()).isEqualTo(new RuleSets.Approval(false, true, Optional.empty()));
        office.run("rules", "rules/activate", with(waits));
        assertThat(isLarge(2_999_999)).isFalse();
        assertThat(office.journal).contains("rules.policy");
    }

    @Test
    void asking_for_it_again_ends_what_waited_for_agreement() {
        open("rules", "other");
        office.run("rules", "rules/policy", TWO);
        office.run("rules", "rules/policy", ONE);
        office.run("other", "rules/policy", TWO);
        assertThatThrownBy(() -> office.run("other", "rules/confirm-policy", Map.of("set", SET, "reason", "x"))).hasMessageContaining("nothing-asked");
    }

    @Test
    void who_is_alone_activates_and_decides_alone_and_it_says_so() {
        open("rules");
        office.run("rules", "rules/policy", TWO);
        String digest = proposed("rules", 3_000_000, "activate");
        assertThat(version(digest).state()).isEqualTo("active");
        assertThat(version(digest).approvedBy()).isEmpty();
        office.run("rules", "rules/policy", ONE);
        assertThat(set().approval().secondPerson()).isFalse();
        assertThat(office.said.get(office.said.size() - 1).key()).isEqualTo("engine.journal-policy-one");
        assertThatThrownBy(() -> office.run("rules", "rules/policy", ONE)).hasMessageContaining("policy-is-one");
    }

    @ParameterizedTest
    @CsvSource({"finance/credit,true", "supervision/anything,true", "export-licence/finance.credit,true", "review/joint,false", "review/finance,false"})
    void sets_of_finance_and_supervision_and_what_is_attached_to_them_demand_it_by_default(String name, boolean demanded) {
        open("rules", "other");
        assertThat(office.second.byDefault(name)).isEqualTo(demanded);
    }

    @Test
    void a_set_that_begins_to_conclude_penalties_demands_it_from_that_version_on() throws IOException {
        open("rules", "other");
        RuleSets.Version candidate = penal();
        assertThat(candidate.problems()).noneMatch(problem -> problem.severity() == RuleSets.Severity.ERROR);
        assertThat(candidate.state()).isEqualTo("proposed");
        assertThat(set().approval().secondPerson()).isTrue();
    }

    @Test
    @DisplayName("R-11.3: what costs people points counts only once it was tried on all decisions of the last quarter; going back needs no trial")
    void penalties_are_tried_on_a_quarter_before_they_count() throws IOException {
        open("rules");
        String before = set().active().orElseThrow().version().digest();
        String penal = penal().version().digest();
        LocalDate today = office.clock.today();
        assertRefused(penal);
        assertThat(version(penal).steps()).anySatisfy(step -> assertThat(step.said().key()).isEqualTo("engine.way-to-be-replayed"));

        office.tried.on(SET, penal, today.minusMonths(3).plusDays(1), today, Optional.empty());
        assertRefused(penal);
        office.tried.on(SET, penal, today.minusMonths(3), today, Optional.of("finance"));
        assertRefused(penal);
        office.tried.on(SET, penal, today.minusMonths(6), today.minusMonths(1).minusDays(1), Optional.empty());
        assertRefused(penal);

        office.tried.on(SET, penal, today.minusMonths(3), today, Optional.empty());
        office.run("rules", "rules/activate", with(penal));
        assertThat(version(penal).state()).isEqualTo("active");
        office.run("rules", "rules/rollback", with(before));
        assertThat(version(before).state()).isEqualTo("active");
        office.run("rules", "rules/activate", with(penal));
        assertThat(version(penal).state()).as("it decided before").isEqualTo("active");
    }

    private void assertRefused(String digest) {
        assertThatThrownBy(() -> office.run("rules", "rules/activate", with(digest))).isInstanceOf(Refused.class).hasMessageContaining("needs-trial");
    }

    /** A version with a rule that costs points, as the folder brings it. */
    private RuleSets.Version penal() throws IOException {
        Path joint = folder.resolve(SET);
        Files.writeString(joint.resolve("penalty.drl"), """
                package review.joint
                import dev.kontor.api.order.Order
                import dev.kontor.api.rule.*
                rule "a large order costs points"
                when
                    $from : Parameter( set == "review/joint", name == "large-order-from" )
                    Order( currency == "EUR", total.amount >= $from.value )
                then
                    insertLogical( new Conclusion.Penalty( "order", "large", 1, Reason.of("points"), $from.clause() ) );
                end
                """);
        Files.writeString(joint.resolve("cases/penalty.yaml"), """
                - facts: [{Order: {total: EUR 92000000}}]
                  expect: [{Penalty: {subject: order, points: 1}}]
                  name: it costs a point
                """);
        for (String texts : new String[] {"texts.properties", "texts_zh.properties"}) {
            Files.writeString(joint.resolve(texts), Files.readString(joint.resolve(texts)) + "\na-large-order-costs-points=Points\npoints=Points\n");
        }
        Office.until(() -> set().candidate().isPresent());
        return set().candidate().orElseThrow();
    }
}
