package dev.kontor.supervision.audit;

import java.util.Optional;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.store.unit.Dialect;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.SupervisionRoom;
import dev.kontor.supervision.finding.CarryOut;
import dev.kontor.supervision.finding.Demand;
import dev.kontor.supervision.finding.Finding;
import dev.kontor.supervision.finding.Owners;
import dev.kontor.supervision.finding.Verify;
import dev.kontor.testkit.FakeOrderFile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 10.1: what is found is put right and verified (R-10.3)")
final class RectificationTest extends AuditCase {

    @Test
    @DisplayName("a finding is put right by its owner and verified by another one; not put right it goes back (R-10.3)")
    void aFindingIsTrackedUntilItIsVerified() {
        FakeOrderFile file = late();
        demand(file, Map.of("answer", "rectify", "opinion", "enter in time", "owner", "sales.rep", "within", "3"));
        Finding finding = found(file).get(0);
        Task owed = file.task(Supervision.RECTIFICATION, finding.code());
        assertThat(owed.holder()).contains(new PersonId("lina"));
        assertThat(owed.deadline().orElseThrow().lastDay()).isEqualTo(LocalDate.of(2026, 3, 5));

        carryOut(file, owed, "a calendar entry for each contract");
        Task check = file.task(Supervision.VERIFICATION, finding.code());
        assertThat(refusedVerifying(file, check, "lina", Role.SALES_REP, Role.SUPERVISOR)).isEqualTo(Refused.Reason.FORBIDDEN);
        verify(file, check, "han", Map.of("accepted", "no", "remarks", "show it"));
        assertThat(found(file).get(0).state()).isEqualTo(Finding.State.DEMANDED);

        Task again = file.task(Supervision.RECTIFICATION, finding.code());
        assertThat(room.read(() -> new CarryOut(room.rectifications).form(file, Optional.of(again))).fields().get(0).hint().arguments())
                .as("its owner reads what is missing").endsWith("show it");
        carryOut(file, again, "with a picture");
        verify(file, file.task(Supervision.VERIFICATION, finding.code()), "han", Map.of("accepted", "yes"));

        assertThat(found(file)).singleElement().satisfies(each -> {
            assertThat(each.state()).isEqualTo(Finding.State.VERIFIED);
            assertThat(each.verifiedBy()).isEqualTo("han");
            assertThat(each.evidence()).isEqualTo("with a picture");
        });
        assertThat(file.openTasks()).isEmpty();
    }

    @Test
    @DisplayName("what is demanded has an owner and whole days; what is noted has neither, and is not answered twice (R-10.3)")
    void aDemandIsComplete() {
        FakeOrderFile file = late();
        Map<String, Object> words = Map.of("answer", "rectify", "opinion", "enter in time");

        assertThat(SupervisionRoom.gaps(() -> demand(file, words))).containsExactly("owner");
        assertThat(SupervisionRoom.gaps(() -> demand(file, with(words, "within", "0")))).containsExactly("within");
        assertThat(SupervisionRoom.gaps(() -> demand(file, with(words, "within", "1.5")))).containsExactly("within");
        demand(file, Map.of("answer", "noted", "opinion", "the contract came late from the customer"));

        assertThat(found(file)).extracting(Finding::state).containsExactly(Finding.State.NOTED);
        assertThat(file.openTasks()).isEmpty();
        assertThat(SupervisionRoom.refusal(() -> demand(file, with(words, "within", "3"))).reason()).isEqualTo(Refused.Reason.CONFLICT);
    }

    private static Map<String, Object> with(Map<String, Object> words, String field, String value) {
        Map<String, Object> more = new HashMap<>(words);
        more.put("owner", "sales.rep");
        more.put(field, value);
        return more;
    }

    private void demand(FakeOrderFile file, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("subject", found(file).get(0).id());
        room.submit(new Demand(room.findings, room.independence, room.rectifications, new Owners(room.accounts)), all);
    }

    private void carryOut(FakeOrderFile file, Task task, String what) {
        room.submit(new CarryOut(room.rectifications), file.as("lina", Role.SALES_REP), task, Map.of("done", what));
    }

    private Refused.Reason refusedVerifying(FakeOrderFile file, Task task, String who, Role... roles) {
        return SupervisionRoom.refusal(() -> room.submit(
                new Verify(room.rectifications, room.independence), file.as(who, roles), task, Map.of("accepted", "yes"))).reason();
    }

    private void verify(FakeOrderFile file, Task task, String who, Map<String, Object> values) {
        room.submit(new Verify(room.rectifications, room.independence), file.as(who, Role.SUPERVISOR), task, values);
    }
}
