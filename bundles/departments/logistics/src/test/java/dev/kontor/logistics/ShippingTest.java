package dev.kontor.logistics;

import static dev.kontor.logistics.LogisticsRoom.DAY;
import static dev.kontor.logistics.LogisticsRoom.leaving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.dispatch.DropShipment;
import dev.kontor.logistics.dispatch.PrepareShipment;
import dev.kontor.logistics.facts.WorkArose;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.State;
import dev.kontor.store.unit.Dialect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 6.1: from finished machines to goods that leave (R-6.1 to R-6.4)")
final class ShippingTest {

    @Parameter
    private Dialect dialect;

    private LogisticsRoom room;

    @BeforeEach
    void open() {
        room = new LogisticsRoom(dialect, LogisticsRoom.twoMachines(false));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void bothFinished() {
        room.finished("K-1");
        room.finished("K-2");
        room.look();
    }

    @Test
    @DisplayName("Regulation 6.1: the clerk is asked to ship once every machine is finished and passed (R-6.1)")
    void theClerkIsAskedWhenEverythingIsFinished() {
        room.finished("K-1");
        room.look();
        assertThat(room.file.openTasks()).isEmpty();

        room.finished("K-2");
        room.look();

        Task owed = room.file.task(Duties.SHIP, "1");
        assertThat(owed.role()).isEqualTo(Role.LOGISTICS_CLERK);
        assertThat(owed.deadline().orElseThrow().lastDay()).as("two working days after Monday").isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(room.read(() -> room.shipments.ready(Instant.EPOCH, "", 9)))
                .singleElement()
                .satisfies(ready -> assertThat(ready.machines()).isEqualTo(2));
    }

    @Test
    @DisplayName("Regulation 6.1: a machine that is not finished is not offered, and cannot be handed in either (R-6.1)")
    void anUnfinishedMachineIsNotShipped() {
        room.finished("K-1");
        room.enrolled("K-2");
        room.clerk();

        assertThat(room.read(() -> room.shipments.free(room.file))).extracting(machine -> machine.serial().value()).containsExactly("K-1");
        assertThat(room.gaps(room.plan(), room.planned("K-1", "K-2"))).containsExactly("machines");
    }

    @Test
    @DisplayName("Regulation 6.1: a machine that lost its final inspection holds back its shipment at release and at dispatch (R-6.1)")
    void aMachineThatIsReworkedHoldsBackItsShipment() {
        bothFinished();
        room.plan("K-1", "K-2");
        room.prepare();
        room.file.withdraw(SerialNumber.of("K-2"), MilestoneName.PRODUCTION_FINISHED, Text.plain("rework"));
        Refused atRelease = room.refused(room.release(), Map.of());
        assertThat(atRelease.toString()).contains("1 machines are not finished", "K-2");

        room.file.reach(SerialNumber.of("K-2"), MilestoneName.PRODUCTION_FINISHED, DAY);
        room.run(room.release(), Map.of());
        room.file.withdraw(SerialNumber.of("K-2"), MilestoneName.PRODUCTION_FINISHED, Text.plain("rework"));

        assertThat(room.refused(room.dispatch(), leaving(DAY)).toString()).contains("K-2");
        assertThat(dispatched()).isEmpty();
    }

    @Test
    @DisplayName("Regulation 6.1: where the contract allows no partial delivery a part of the order is not released")
    void aPartIsNotReleasedWhereTheContractDoesNotAllowIt() {
        bothFinished();
        room.plan("K-1");

        assertThat(room.refused(room.release(), Map.of()).toString()).contains("no partial delivery");
    }

    @Test
    @DisplayName("Regulation 6.1: while no carrier may be chosen, the form says so and leads to where one is registered (R-6.2)")
    void withoutACarrierTheFormLeadsToThem() {
        bothFinished();
        room.clerk();

        room.withoutCarrier();

        Form form = room.read(() -> room.plan().form(room.file, Optional.empty()));
        assertThat(form.missing()).contains(new Form.Missing(Text.of("logistics.no-carriers"), Text.of("logistics.carriers"), "logistics/carriers"));
    }

    @Test
    @DisplayName("Regulation 6.1: a carrier is chosen with a reason, and only for what it offers (R-6.2)")
    void theCarrierOffersTheModeAndTheChoiceHasAReason() {
        bothFinished();
        room.clerk();
        Map<String, Object> bySea = new HashMap<>(room.planned("K-1", "K-2"));
        bySea.put("mode", "sea");
        assertThat(room.gaps(room.plan(), bySea)).containsExactly("carrier");
        assertThat(room.read(() -> room.plan().form(room.file, Optional.empty())).fields())
                .filteredOn(Field::required)
                .extracting(Field::name)
                .contains("carrier", "reason");

        room.plan("K-1", "K-2");

        assertThat(room.shipment(1).transport().reason()).isEqualTo("near");
        assertThat(room.file.openTasks(Duties.SHIP)).as("nothing is left to ship").isEmpty();
        assertThat(room.file.task(Duties.SEND, "1").deadline()).isPresent();
    }

    @Test
    @DisplayName("Regulation 6.1: without a signed transport contract nothing leaves (R-6.3)")
    void withoutATransportContractNothingLeaves() {
        bothFinished();
        room.plan("K-1", "K-2");
        room.run(new PrepareShipment(room.shipments), Map.of("packing", "1: all", "insured", "yes", "insurance", "P-1"));
        room.run(room.release(), Map.of());

        assertThat(room.refused(room.dispatch(), leaving(DAY)).toString()).contains("transport contract is missing");
        assertThat(dispatched()).isEmpty();

        room.prepare();
        room.run(room.dispatch(), leaving(DAY));
        assertThat(dispatched()).hasSize(2);
    }

    @Test
    @DisplayName("Regulation 6.1: a transport contract has a number and says what both sides owe (R-6.3)")
    void aTransportContractSaysWhatBothSidesOwe() {
        bothFinished();
        room.plan("K-1", "K-2");
        Map<String, Object> rest = Map.of("contract", LogisticsRoom.PHOTO, "packing", "1: all", "insured", "no", "insurance", "cheap");

        assertThat(room.gaps(new PrepareShipment(room.shipments), rest)).containsExactly("contract-number");
        Map<String, Object> numbered = new HashMap<>(rest);
        numbered.put("contract-number", "T-1");
        assertThat(room.gaps(new PrepareShipment(room.shipments), numbered)).containsExactly("duties");
    }

    @Test
    @DisplayName("Regulation 6.1: without packing list and a word about insurance nothing leaves (R-6.4)")
    void packingAndInsuranceAreDecided() {
        bothFinished();
        room.plan("K-1", "K-2");
        room.run(room.release(), Map.of());

        assertThat(room.refused(room.dispatch(), leaving(DAY)).toString())
                .contains("packing list is missing", "whether the goods are insured");
    }

    @Test
    @DisplayName("Regulation 6.1: what leaves has its delivery note filed, its machines dispatched on their day, and its tracking owed")
    void whatLeavesIsDispatchedOnItsDay() {
        bothFinished();
        room.plan("K-1", "K-2");
        room.prepare();
        room.run(room.release(), Map.of());
        room.file.setToday(DAY.plusDays(2));

        assertThat(room.gaps(room.dispatch(), leaving(DAY.plusDays(3)))).containsExactly("dispatched-on");
        assertThat(room.gaps(room.dispatch(), leaving(DAY.minusDays(1)))).as("before it was finished").containsExactly("dispatched-on");
        room.run(room.dispatch(), leaving(DAY.plusDays(1)));

        assertThat(room.file.machines()).allSatisfy(machine ->
                assertThat(machine.on(MilestoneName.LOGISTICS_DISPATCHED)).contains(DAY.plusDays(1)));
        assertThat(room.file.passed()).anySatisfy(milestone -> {
            assertThat(milestone.name()).isEqualTo(MilestoneName.LOGISTICS_DISPATCHED);
            assertThat(milestone.on()).isEqualTo(DAY.plusDays(1));
        });
        assertThat(room.file.documents()).extracting(document -> document.kind().value())
                .contains("logistics.transport-contract", "logistics.delivery-note");
        assertThat(room.printer.printed()).singleElement().satisfies(paper -> assertThat(paper.toString()).contains("K-1", "K-2", "W-77"));
        assertThat(room.file.openTasks(Duties.SEND)).isEmpty();
        assertThat(room.file.task(Duties.TRACK, "1.1").deadline().orElseThrow().lastDay()).isEqualTo(DAY.plusDays(3));
    }

    @Test
    @DisplayName("Regulation 4.2: while a change of the order is being reviewed nothing leaves (R-4.15)")
    void whileAChangeIsReviewedNothingLeaves() {
        bothFinished();
        room.plan("K-1", "K-2");
        room.file.withdraw(MilestoneName.REVIEW_CLEARED, Text.plain("changed"));

        assertThat(room.refused(room.release(), Map.of()).toString()).contains("not cleared");
    }

    @Test
    @DisplayName("Regulation 4.2: nobody is asked to ship an order that was ended, and nobody looks at it again")
    void anOrderThatWasEndedIsNotShipped() {
        bothFinished();
        room.file.reach(MilestoneName.REVIEW_TERMINATED);

        room.look();

        assertThat(room.file.openTasks(Duties.SHIP)).isEmpty();
        assertThat(room.read(() -> room.shipments.ready(Instant.EPOCH, "", 9))).isEmpty();
    }

    @Test
    @DisplayName("where the rules name nobody who owes what follows, nothing is done rather than something forgotten")
    void nobodyIsForgottenWhereTheRulesNameNobody() {
        Refused refused = catchThrowableOfType(Refused.class, () -> room.command(() ->
                Duties.follow(room.file, new WorkArose("unknown", "1", ""))));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.UNAVAILABLE);
    }

    @Test
    @DisplayName("a shipment that is given up sets its machines free")
    void aDroppedShipmentSetsItsMachinesFree() {
        bothFinished();
        room.plan("K-1", "K-2");
        room.run(new DropShipment(room.shipments, room.readiness), Map.of("reason", "other carrier"));

        assertThat(room.shipment(1).state()).isEqualTo(State.DROPPED);
        assertThat(room.file.openTasks(Duties.SEND)).isEmpty();
        assertThat(room.file.task(Duties.SHIP, "2")).isNotNull();
        room.send("K-1", "K-2");
        assertThat(dispatched()).hasSize(2);
    }

    private List<Machine> dispatched() {
        return room.file.machines().stream().filter(machine -> machine.has(MilestoneName.LOGISTICS_DISPATCHED)).toList();
    }

    @Test
    @DisplayName("Regulation 6.1: nothing leaves before the day of its release (R-6.1)")
    void nothingLeavesBeforeItsRelease() {
        bothFinished();
        room.plan("K-1", "K-2");
        room.prepare();
        room.file.setToday(DAY.plusDays(2));
        room.run(room.release(), Map.of());

        assertThat(room.gaps(room.dispatch(), leaving(DAY.plusDays(1)))).containsExactly("dispatched-on");
        room.run(room.dispatch(), leaving(DAY.plusDays(2)));
        assertThat(room.shipment(1).state()).isEqualTo(State.DISPATCHED);
    }

    @Test
    @DisplayName("Regulation 6.1: what will arrive after the delivery date leaves with a reason, and is a delay at once (R-6.6)")
    void whatArrivesAfterTheDeliveryDateIsADelay() {
        LocalDate promised = room.file.order().orElseThrow().delivery().date();
        bothFinished();
        room.plan("K-1", "K-2");
        room.prepare();
        room.run(room.release(), Map.of());
        Map<String, Object> late = new HashMap<>(leaving(DAY));
        late.put("expected-on", promised.plusDays(1).toString());
        assertThat(room.gaps(room.dispatch(), late)).containsExactly("late-words");
        late.put("late-words", "the ship is full");

        room.run(room.dispatch(), late);

        assertThat(room.read(() -> room.incidents.of(room.file.number()))).singleElement().satisfies(incident ->
                assertThat(incident.kind() + ": " + incident.words()).isEqualTo("delay: the ship is full"));
        assertThat(room.file.openTasks(Duties.NOTIFY)).hasSize(1);
    }

    @Test
    @DisplayName("Regulation 6.1: on the delivery date itself it is in time")
    void onTheDeliveryDateItIsInTime() {
        LocalDate promised = room.file.order().orElseThrow().delivery().date();
        bothFinished();
        room.plan("K-1", "K-2");
        room.prepare();
        room.run(room.release(), Map.of());
        Map<String, Object> inTime = new HashMap<>(leaving(DAY));
        inTime.put("expected-on", promised.toString());

        room.run(room.dispatch(), inTime);

        assertThat(room.file.openTasks(Duties.NOTIFY)).isEmpty();
    }

    @Test
    @DisplayName("Regulation 6.1: without partial delivery a machine that an agreement added later is shipped, with those that left it is everything")
    void aMachineThatWasAddedLaterIsShipped() {
        bothFinished();
        room.send("K-1", "K-2");
        room.file.revise(LogisticsRoom.ordered(2, 4, false));
        room.look();
        room.finished("K-3");
        room.enrolled("K-4");
        room.plan("K-3");
        room.prepare();
        assertThat(room.refused(room.release(), Map.of()).toString()).as("one of two that are missing").contains("logistics.not-yet");
        room.run(new DropShipment(room.shipments, room.readiness), Map.of("reason", "alone"));

        room.command(() -> {
            room.file.reach(SerialNumber.of("K-4"), MilestoneName.PRODUCTION_FINISHED, DAY);
            return true;
        });
        room.send("K-3", "K-4");

        assertThat(room.file.machines()).allMatch(machine -> machine.has(MilestoneName.LOGISTICS_DISPATCHED));
    }
}
