package dev.kontor.legal;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.RuleBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 4.2: legal's opinion (R-4.10, R-4.11)")
final class LegalOpinionTest {

    private final LegalOpinion opinion = new LegalOpinion();
    private final FakeOrderFile file = new FakeOrderFile(
            anOrder()
                    .withTerms(
                            new ContractTerm("exemption", "8", "Force majeure."),
                            new ContractTerm("warranty", "9", "12 months."),
                            new ContractTerm("breach", "10", "0.05 % a day."))
                    .build(),
            RuleBook.of(List.of(Path.of("."))));

    @Test
    void everyKeyClauseIsAskedForByItself() {
        assertThat(opinion.sections(file).get(1).fields()).extracting(Field::name).containsExactly("clause-1", "clause-2");
    }

    @Test
    @DisplayName("R-4.11: the list of key clauses is open: a partner's rule makes another kind one, of the rounds that it takes part in")
    void aKindOfClauseThatARuleNamesIsAskedForToo() {
        FakeOrderFile reviewed = new FakeOrderFile(file.order().orElseThrow(), RuleBook.of(List.of(Path.of("src/test/rules")), "customs/review.joint"));
        assertThat(opinion.sections(reviewed).get(1).fields()).hasSize(2);

        reviewed.consult(Question.at(new ConsultationPoint("review/joint")));

        assertThat(opinion.sections(reviewed).get(1).fields()).extracting(field -> field.label().key())
                .containsExactly("legal.clause.exemption", "legal.clause.warranty", "legal.clause.breach");
        Map<String, Object> found = Map.of("compliance", "compliant", "risk", "low", "clause-1", "acceptable", "clause-2", "acceptable");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> opinion.given(reviewed, false, values(found)))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("clause-3"));
    }

    @Test
    void aKeyClauseWithoutAFindingBlocksClearing() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> opinion.given(file, false, values(Map.of("compliance", "compliant", "risk", "low", "clause-1", "acceptable"))))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("clause-2"));
    }

    @Test
    void anUnacceptableClauseIsAnObjection() {
        Map<String, Object> found =
                Map.of("compliance", "compliant", "risk", "low", "clause-1", "unacceptable", "clause-2", "acceptable");

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> opinion.given(file, false, values(found)));
        assertThatCode(() -> opinion.given(file, true, values(found))).doesNotThrowAnyException();
    }

    @Test
    void anOrderAgainstTheLawIsNotCleared() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> opinion.given(
                        file, false, values(Map.of("compliance", "not-compliant", "clause-1", "acceptable", "clause-2", "acceptable"))));
    }

    @Test
    void withEveryFindingItClears() {
        assertThatCode(() -> opinion.given(
                        file,
                        false,
                        values(Map.of("compliance", "compliant", "risk", "low", "clause-1", "acceptable", "clause-2", "acceptable"))))
                .doesNotThrowAnyException();
    }

    private static Values values(Map<String, Object> all) {
        return new Values(all);
    }
}
