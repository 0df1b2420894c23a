package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.Replays;
import dev.kontor.api.rule.Replays.Replay;
import dev.kontor.api.rule.Replays.Sort;
import dev.kontor.kernel.Database;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Kept decisions are executed again by the versions that they cite, and each that is not the same is reported")
@ParameterizedClass
@EnumSource(Database.class)
class ProofTest {

    private final ReplayRoom room;

    ProofTest(Database database) {
        room = new ReplayRoom(database);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Replay verified(Map<String, Object> values) {
        return room.done(room.submit(TestDesk.AUDITOR, "rules/verify", values).replaceFirst("replays/", ""));
    }

    private List<Replays.Changed> found(Replay proof) {
        return room.replays.changed(proof.id(), Sort.TIME, 0, 100, ReplayRoom.RULES);
    }

    private List<String> journal(String kind) {
        return room.desk.rows("select what from kernel_journal where kind = ? order by sequence", kind);
    }

    @Test
    void decisionsThatComeOutTheSameAreProvedWhateverTheirParametersAreNow() {
        for (int i = 0; i < 60; i++) {
            room.decided("C-1", 250 + i);
        }
        room.desk.engine.changeLimit(4_000);
        Replay proof = verified(Map.of());

        assertThat(proof.total()).isEqualTo(60);
        assertThat(proof.done()).isEqualTo(60);
        assertThat(proof.changed()).isZero();
        assertThat(proof.scope().proof()).isTrue();
        assertThat(journal("rules.proof-differs")).isEmpty();
        assertThat(journal("rules.replayed")).singleElement().asString().contains("60");
        assertThat(room.replays.proofs(ReplayRoom.RULES)).extracting(Replay::id).containsExactly(proof.id());
        assertThat(room.replays.of("", ReplayRoom.RULES)).isEmpty();
        assertThat(room.replays.proofs(TestDesk.LINA)).isEmpty();
    }

    @Test
    void aDecisionWhoseFactsWereChangedInTheStoreIsReportedAndStandsInTheJournal() {
        OrderNumber touched = room.decided("C-1", 300);
        room.decided("C-1", 300);
        String content = room.desk.rows("select content from kernel_decision where order_number = ?", touched).get(0);
        room.desk.transactions.command(() -> room.desk.rows.run("update kernel_decision set content = ? where order_number = ?",
                content.replace("\"2020-01-01\"", "\"2020-01-02\""), touched));

        Replay proof = verified(Map.of("set", "trade/check"));

        assertThat(proof.changed()).isEqualTo(1);
        assertThat(proof.failed()).isEqualTo(1);
        assertThat(found(proof)).singleElement().satisfies(differs -> {
            assertThat(differs.order()).isEqualTo(touched.value());
            assertThat(differs.failure().key()).isEqualTo("kernel.proof.tampered");
        });
        assertThat(journal("rules.proof-differs")).singleElement().asString().contains(found(proof).get(0).decision(), "tampered");
        assertThat(room.desk.journals.verify().faults()).isEmpty();
    }

    @Test
    void anAnswerThatIsAnotherOneIsReportedWithItsRuleAndBothConclusions() {
        OrderNumber order = room.decided("C-1", 300);
        room.desk.engine.judging("trade/check", facts -> List.of(
                new Conclusion.Check("large", true, Reason.of("large"), new Clause("4.2"))));

        Replay proof = verified(Map.of("set", "trade/check", "digest", ""));

        assertThat(proof.failed()).isZero();
        assertThat(found(proof)).singleElement().satisfies(differs -> {
            assertThat(differs.order()).isEqualTo(order.value());
            assertThat(differs.before()).singleElement().satisfies(told -> assertThat(told.rule()).isEqualTo("a rule"));
            assertThat(differs.after()).hasSize(1);
            assertThat(differs.failure().key()).isEqualTo("kernel.proof.differs");
        });
        assertThat(room.desk.rows("select changes from kernel_journal where kind = 'rules.proof-differs'"))
                .singleElement().asString().contains("a rule", order.value());
    }

    @Test
    void onlyThePeriodAndTheSetThatWereAskedForAreProved() {
        room.decided("C-1", 300);
        LocalDate tomorrow = LocalDate.now(room.desk.clock.zone()).plusDays(1);
        assertThat(verified(Map.of("from", tomorrow.toString(), "to", tomorrow.toString())).done()).isZero();
        assertThat(verified(Map.of("set", "trade/check")).done()).isEqualTo(1);
    }

    @Test
    void whatCannotBeMeantIsRefusedAtItsField() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> verified(Map.of("set", "trade/nothing")))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("set"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> verified(Map.of("set", "trade/check", "digest", "99")))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("digest"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> verified(Map.of("from", "2026-03-02", "to", "2026-03-01")))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("to"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.submit(TestDesk.LINA, "rules/verify", Map.of()))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.FORBIDDEN));
    }
}
