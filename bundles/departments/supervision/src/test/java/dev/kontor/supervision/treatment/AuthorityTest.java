package dev.kontor.supervision.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.Role;
import dev.kontor.store.unit.Dialect;
import dev.kontor.supervision.SupervisionRoom;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 10.2: nobody decides on themselves, nor for somebody else on themselves (R-4.18, R-11.3)")
final class AuthorityTest extends TreatmentCase {

    @Test
    @DisplayName("nobody decides on what concerns themselves")
    void nobodyDecidesOnThemselves() {
        heard("gao");

        assertThat(SupervisionRoom.refusal(() -> decide("gao", Map.of("measure", "none", "grounds", "not me"))).reason())
                .isEqualTo(Refused.Reason.FORBIDDEN);
    }

    @Test
    @DisplayName("what concerns a role is decided by one who does not hold it, if there is one; of those who decide somebody does")
    void aRoleIsNoBarToThoseWhoDecide() {
        room.accounts.with("gao", Role.LEADERSHIP, Role.FINANCE_CLERK).with("fang", Role.LEADERSHIP);
        heard("finance.clerk");
        Map<String, Object> none = Map.of("measure", "none", "grounds", "nothing was lost");
        Role[] both = {Role.LEADERSHIP, Role.FINANCE_CLERK};

        assertThat(SupervisionRoom.refusal(() -> decideAs("gao", none, both)).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        room.accounts.with("fang", Role.SALES_REP);
        decideAs("gao", none, both);

        assertThat(one().state()).isEqualTo(Treatment.State.DECIDED);
    }

    @Test
    @DisplayName("what concerns company leadership as such is decided by company leadership")
    void leadershipDecidesOnItsOwnWork() {
        heard("company.leadership");

        decide("gao", Map.of("measure", "criticism", "grounds", "late"));

        assertThat(one().state()).isEqualTo(Treatment.State.DECIDED);
    }

    @ParameterizedTest
    @CsvSource({"gao, fang", "fang, gao"})
    @DisplayName("who acts for the one it concerns, or for whom that one acts, does not decide (R-4.18)")
    void delegationIsNoWayAroundTheConflict(String from, String to) {
        heard("gao");
        room.accounts.with("fang", Role.LEADERSHIP).delegating(from, to, Role.LEADERSHIP, DAY, LocalDate.of(2026, 3, 6));

        assertThat(SupervisionRoom.refusal(() -> decide("fang", Map.of("measure", "none", "grounds", "a friend"))).reason())
                .isEqualTo(Refused.Reason.FORBIDDEN);
        goOnTo(LocalDate.of(2026, 3, 9));
        decide("fang", Map.of("measure", "none", "grounds", "nothing was lost"));
    }

    @ParameterizedTest
    @CsvSource({"gao, fang", "fang, gao"})
    @DisplayName("who acts for the one who decided first, or for whom that one acts, does not decide on the appeal (R-4.18)")
    void delegationIsNoWayAroundTheAppeal(String from, String to) {
        decided();
        appeal(LocalDate.of(2026, 3, 13));
        room.accounts.with("fang", Role.LEADERSHIP).with("wu", Role.LEADERSHIP)
                .delegating(from, to, Role.LEADERSHIP, DAY, LocalDate.of(2026, 12, 31));

        assertThat(SupervisionRoom.refusal(() -> decideAppeal("fang", "2")).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        decideAppeal("wu", "2");

        assertThat(one().finalPoints()).isEqualTo(2);
    }
}
