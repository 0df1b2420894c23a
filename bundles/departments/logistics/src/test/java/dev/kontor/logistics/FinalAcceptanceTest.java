package dev.kontor.logistics;

import static dev.kontor.logistics.LogisticsRoom.DAY;
import static dev.kontor.logistics.LogisticsRoom.listing;
import static dev.kontor.logistics.LogisticsRoom.ordered;
import static dev.kontor.logistics.LogisticsRoom.signed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.logistics.acceptance.CheckItems;
import dev.kontor.logistics.acceptance.Item;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.State;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 6.2: the final acceptance after commissioning, where the contract lists it (R-6.10)")
final class FinalAcceptanceTest {

    @Parameter
    private Dialect dialect;

    private LogisticsRoom room;

    @AfterEach
    void close() {
        room.close();
    }

    /** Two machines, arrived; on the day on which the customer signs on arrival. */
    private void arrived(String acceptances, Acceptance delivery) {
        room = new LogisticsRoom(dialect, listing(ordered(1, 2, false), acceptances, delivery));
        room.finished("K-1");
        room.finished("K-2");
        room.look();
        room.send("K-1", "K-2");
        room.arriveToday();
    }

    private void accept(LocalDate day) {
        room.checkAll();
        room.run(room.sign(), signed(day));
    }

    private LocalDate on(MilestoneName milestone) {
        return room.file.passed().stream().filter(each -> each.name().equals(milestone)).findFirst().orElseThrow().on();
    }

    @Test
    @DisplayName("R-6.10: delivered on arrival, the final acceptance is owed next and is a milestone of its own")
    void deliveredOnArrivalTheFinalOneFollows() {
        arrived("final", Acceptance.ARRIVAL);
        accept(DAY);

        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_DELIVERED)
                .doesNotContain(MilestoneName.LOGISTICS_FINALLY_ACCEPTED, MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED);
        assertThat(room.shipment(1).state()).isEqualTo(State.COMMISSIONING);
        assertThat(room.file.task(Duties.ACCEPT, "1.final").role()).isEqualTo(Role.SALES_REP);

        room.file.setToday(DAY.plusDays(20));
        accept(DAY.plusDays(19));

        assertThat(on(MilestoneName.LOGISTICS_DELIVERED)).isEqualTo(DAY);
        assertThat(on(MilestoneName.LOGISTICS_FINALLY_ACCEPTED)).isEqualTo(DAY.plusDays(19));
        assertThat(room.shipment(1).state()).isEqualTo(State.ACCEPTED);
        assertThat(room.file.openTasks()).isEmpty();
    }

    @Test
    @DisplayName("R-6.10: named as delivery, nothing but the signed final report delivers; that on arrival is a milestone")
    void deliveredByTheFinalOneAlone() {
        arrived("final", Acceptance.FINAL);
        accept(DAY);

        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED)
                .doesNotContain(MilestoneName.LOGISTICS_DELIVERED);
        assertThat(room.file.machines()).noneMatch(machine -> machine.has(MilestoneName.LOGISTICS_DELIVERED));
        assertThat(room.refused(room.sign(), signed(DAY)).toString()).as("its own checklist").contains("logistics.unchecked");

        room.file.setToday(DAY.plusDays(20));
        accept(DAY.plusDays(20));

        assertThat(on(MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED)).isEqualTo(DAY);
        assertThat(on(MilestoneName.LOGISTICS_DELIVERED)).isEqualTo(DAY.plusDays(20));
        assertThat(on(MilestoneName.LOGISTICS_FINALLY_ACCEPTED)).isEqualTo(DAY.plusDays(20));
        assertThat(room.file.documents()).filteredOn(each -> each.kind().value().equals("logistics.acceptance")).hasSize(2);
    }

    @Test
    @DisplayName("R-6.10: not signed before that on arrival was")
    void notSignedBeforeTheAcceptanceOnArrival() {
        arrived("final", Acceptance.FINAL);
        room.file.setToday(DAY.plusDays(5));
        accept(DAY.plusDays(4));
        room.checkAll();

        assertThat(room.gaps(room.sign(), signed(DAY.plusDays(3)))).containsExactly("signed-on");
        room.run(room.sign(), signed(DAY.plusDays(4)));
        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_DELIVERED);
    }

    @Test
    @DisplayName("R-6.9: an objection at the final acceptance is its own, and blocks its signature")
    void anObjectionAtTheFinalAcceptance() {
        arrived("final", Acceptance.FINAL);
        accept(DAY);
        room.checkAll();
        room.run(new CheckItems(room.shipments, room.acceptances),
                Map.of("item-1", Item.WRONG, "remark-1", "too slow", "owner", Role.AFTERSALES_ENGINEER.value()));

        assertThat(room.refused(room.sign(), signed(DAY)).toString()).contains("logistics.objections-open");
        assertThat(room.read(() -> room.acceptances.objections(room.shipment(1), Acceptance.ARRIVAL))).isEmpty();
        assertThat(room.read(() -> room.acceptances.objections(room.shipment(1), Acceptance.FINAL))).hasSize(1);
    }

    @Test
    @DisplayName("R-6.10: a contract that lists no final acceptance owes none, whatever it names as delivery")
    void withoutOneNothingFollows() {
        arrived("", Acceptance.FINAL);
        accept(DAY);

        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_DELIVERED);
        assertThat(room.file.openTasks()).isEmpty();
        assertThat(room.shipment(1).state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    @DisplayName("R-4.17, R-6.10: an agreement lists a final acceptance later, or gives it up: then that on arrival delivers, as of today")
    void anAgreementChangesWhatIsListed() {
        arrived("", Acceptance.ARRIVAL);
        accept(DAY);
        cleared(2, "final", Acceptance.ARRIVAL);
        assertThat(room.file.task(Duties.ACCEPT, "1.final")).isNotNull();
        room.close();

        arrived("final", Acceptance.FINAL);
        accept(DAY);
        room.file.setToday(DAY.plusDays(9));
        cleared(2, "", Acceptance.ARRIVAL);

        assertThat(on(MilestoneName.LOGISTICS_DELIVERED)).isEqualTo(DAY.plusDays(9));
        assertThat(room.file.openTasks()).isEmpty();
        assertThat(room.shipment(1).state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    @DisplayName("R-4.17, R-6.10: once an agreement names the final acceptance as delivery, what was signed on arrival is an acceptance of its own")
    void whatWasSignedOnArrivalStaysAnAcceptance() {
        arrived("", Acceptance.ARRIVAL);
        accept(DAY);
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED);
        room.file.setToday(DAY.plusDays(9));

        cleared(2, "final", Acceptance.FINAL);

        assertThat(on(MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED)).isEqualTo(DAY);
    }

    @Test
    @DisplayName("R-6.8: who checks a list that was made anew meanwhile is told so")
    void aListThatWasMadeAnewIsAnotherVersion() {
        arrived("", Acceptance.ARRIVAL);
        CheckItems checking = new CheckItems(room.shipments, room.acceptances);
        Optional<Task> owed = Optional.of(room.file.task(Duties.ACCEPT, "1"));
        long before = room.read(() -> checking.version(room.file, owed));
        assertThat(room.read(() -> checking.version(room.file, owed))).isEqualTo(before);

        room.command(() -> {
            room.acceptances.without(room.file, room.shipments.about(owed.orElseThrow()));
            return true;
        });

        assertThat(room.read(() -> checking.version(room.file, owed))).isNotEqualTo(before);
    }

    private void cleared(int revision, String acceptances, Acceptance delivery) {
        Order changed = listing(ordered(revision, 2, false), acceptances, delivery);
        room.file.revise(changed);
        room.look();
    }
}
