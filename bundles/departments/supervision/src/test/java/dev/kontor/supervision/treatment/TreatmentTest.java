package dev.kontor.supervision.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.rule.Violations;
import dev.kontor.api.rule.facts.ViolationFound;
import dev.kontor.store.unit.Dialect;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.SupervisionRoom;
import dev.kontor.testkit.FakeOrderFile;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 10.2: a violation is proposed, heard, decided, appealed once, and final (R-11.2, R-11.3)")
final class TreatmentTest extends TreatmentCase {

    @Test
    @DisplayName("the version of a rule is written for people, that of a treatment of before as well (R-11.3)")
    void aVersionIsReadable() {
        SetVersion version = new SetVersion("supervision/penalties", 7, "78438fc9ccfdd82c".repeat(4));

        assertThat(Supervision.kept(version)).isEqualTo("supervision/penalties 7 (78438fc9ccfd)");
        assertThat(Supervision.known(version.toString())).isEqualTo(Supervision.kept(version));
        assertThat(Supervision.known(Supervision.kept(version))).isEqualTo(Supervision.kept(version));
    }

    @Test
    @DisplayName("what rules propose is kept once with rule, clause and decision, and told to whoever it concerns")
    void aProposalIsKeptOnce() {
        violated("lina", 3);
        violated("lina", 3);

        assertThat(all()).singleElement().satisfies(each -> {
            assertThat(each.concerned()).isEqualTo("lina");
            assertThat(each.proposed()).isEqualTo(5);
            assertThat(each.clause()).isEqualTo("10.2");
            assertThat(each.rule()).matches("supervision/penalties 1 \\(\\w{12}\\): a long delay costs more points");
            assertThat(each.decision()).isNotEmpty();
            assertThat(each.heardUntil()).as("three working days").isEqualTo(LocalDate.of(2026, 3, 5));
        });
        assertThat(file.told()).hasSize(1);
    }

    @Test
    @DisplayName("nobody appeals until the last day: the day after, what was decided is final")
    void unappealedItIsFinal() {
        decided();

        goOnTo(LocalDate.of(2026, 3, 13));
        assertThat(one().state()).isEqualTo(Treatment.State.DECIDED);
        goOnTo(LocalDate.of(2026, 3, 14));

        assertThat(one().state()).isEqualTo(Treatment.State.FINAL);
        assertThat(one().finalPoints()).isEqualTo(5);
    }

    @Test
    @DisplayName("an appeal goes to another one, is never for more, and is final; there is no second")
    void anAppealIsDecidedByAnother() {
        decided();
        appeal(LocalDate.of(2026, 3, 13));
        room.accounts.with("fang", Role.LEADERSHIP);

        assertThat(SupervisionRoom.refusal(() -> decideAppeal("gao", "2")).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        assertThat(SupervisionRoom.gaps(() -> decideAppeal("fang", "6"))).containsExactly("points");
        decideAppeal("fang", "2");

        assertThat(one().finalPoints()).isEqualTo(2);
        assertThat(SupervisionRoom.refusal(() -> appeal(LocalDate.of(2026, 3, 13))).reason()).isEqualTo(Refused.Reason.CONFLICT);
        goOnTo(LocalDate.of(2026, 4, 1));
        assertThat(one().finalPoints()).as("what was planned for no appeal changes nothing").isEqualTo(2);
        assertThat(room.read(() -> room.treatments.steps(one()))).extracting(Step::kind).containsExactly(
                Treatment.State.DECIDED, Treatment.State.APPEALED, Treatment.State.FINAL);
    }

    @Test
    @DisplayName("the day after the last day there is no appeal")
    void anAppealIsInTime() {
        decided();

        assertThat(SupervisionRoom.refusal(() -> appeal(LocalDate.of(2026, 3, 14))).reason()).isEqualTo(Refused.Reason.CONFLICT);
    }

    @Test
    @DisplayName("with one in company leadership the same decides on the appeal, and what was decided stands beside it")
    void oneLeaderDecidesTwice() {
        decided();
        appeal(LocalDate.of(2026, 3, 13));

        decideAppeal("gao", "0");

        assertThat(one().state()).isEqualTo(Treatment.State.FINAL);
        assertThat(one().finalPoints()).isZero();
        assertThat(step(Treatment.State.DECIDED).ruled().orElseThrow().points()).isEqualTo(5);
    }

    @Test
    @DisplayName("what rules proposed while supervision did not run is taken up at the end of the month")
    void whatWasMissedIsTakenUp() {
        Decision decision = unheard();
        Concluded penalty = decision.conclusions().get(0);
        room.diary.keep(decision, file);
        room.violations.add(new Violations.Found(file.number(), Instant.parse("2026-03-02T01:00:00Z"),
                new DecisionRecord.Told(penalty.conclusion(), penalty.set(), penalty.rule(), "en", "zh"), decision.id()));
        room.company.setToday(LocalDate.of(2026, 4, 1));

        room.does(() -> room.department.attend(room.company, "month 2026-03"));
        room.does(() -> room.department.attend(room.company, "month 2026-03"));

        assertThat(all()).extracting(Treatment::concerned).containsExactly("lina");
    }

    /** Rules propose while supervision does not run. */
    private Decision unheard() {
        FakeOrderFile alone = new FakeOrderFile(file.order().orElseThrow(), SupervisionRoom.rules());
        return alone.consult(Question.at(Supervision.AT_PENALTIES, new ViolationFound("lina", "t-1", "entry/deadlines", "3.2", 3)).addingOnly());
    }
}
