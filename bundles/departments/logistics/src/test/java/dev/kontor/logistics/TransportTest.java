package dev.kontor.logistics;

import static dev.kontor.logistics.LogisticsRoom.DAY;
import static dev.kontor.logistics.LogisticsRoom.PHOTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.incident.Incident;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.State;
import dev.kontor.logistics.track.CloseIncident;
import dev.kontor.logistics.track.RecordTelling;
import dev.kontor.logistics.track.ReportIncident;
import dev.kontor.logistics.track.TrackShipment;
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
@DisplayName("Regulation 6.1: goods under way (R-6.5, R-6.6)")
final class TransportTest {

    @Parameter
    private Dialect dialect;

    private LogisticsRoom room;

    @BeforeEach
    void open() {
        room = new LogisticsRoom(dialect, LogisticsRoom.twoMachines(false));
        room.finished("K-1");
        room.finished("K-2");
        room.look();
        room.send("K-1", "K-2");
    }

    @AfterEach
    void close() {
        room.close();
    }

    private TrackShipment tracking() {
        return new TrackShipment(room.shipments, room.incidents);
    }

    @Test
    @DisplayName("Regulation 6.1: a delay that is known is told once, and again for another day (R-6.6)")
    void aKnownDelayIsToldAgainOnlyForAnotherDay() {
        Map<String, Object> snow = Map.of("where", "Nanjing", "state", "delayed", "expected-on", "2026-03-10", "words", "snow");
        room.run(tracking(), snow);
        room.run(tracking(), snow);
        assertThat(room.read(() -> room.incidents.of(room.file.number()))).hasSize(1);

        room.run(tracking(), Map.of("where", "Nanjing", "state", "delayed", "expected-on", "2026-03-11", "words", "snow"));

        assertThat(room.read(() -> room.incidents.of(room.file.number()))).hasSize(2);
    }

    @Test
    @DisplayName("Regulation 6.1: each time something was heard the next time is owed, a working day later (R-6.5)")
    void theNextTimeIsOwedAtOnce() {
        assertThat(room.file.task(Duties.TRACK, "1.1").deadline().orElseThrow().lastDay()).isEqualTo(DAY.plusDays(1));
        room.file.setToday(DAY.plusDays(4));

        room.run(tracking(), Map.of("where", "Nanjing", "state", "delayed", "expected-on", "2026-03-10", "words", "snow"));

        assertThat(room.file.openTasks(Duties.TRACK)).singleElement().satisfies(task -> {
            assertThat(task.subject()).isEqualTo("1.2");
            assertThat(task.deadline().orElseThrow().lastDay()).as("Friday's next working day").isEqualTo(LocalDate.of(2026, 3, 9));
        });
        assertThat(room.shipment(1).journey().expectedOn()).contains(LocalDate.of(2026, 3, 10));
    }

    @Test
    @DisplayName("Regulation 6.1: a shipment is silent from the moment on which it should have been heard of (R-6.5)")
    void aShipmentIsSilentOnceItsDayIsOver() {
        Instant due = room.file.task(Duties.TRACK, "1.1").deadline().orElseThrow().dueAt();

        assertThat(room.read(() -> room.shipments.silent(due.minusMillis(1), 9))).isEmpty();
        assertThat(room.read(() -> room.shipments.silent(due, 9))).singleElement().satisfies(shipment ->
                assertThat(shipment.number()).isEqualTo(1));
        room.arriveToday();
        assertThat(room.read(() -> room.shipments.silent(due, 9))).isEmpty();
    }

    @Test
    @DisplayName("Regulation 6.1: goods that are heard to be late or damaged are an incident at once (R-6.6)")
    void whatIsHeardToBeDamagedIsAnIncident() {
        assertThat(room.gaps(tracking(), Map.of("where", "Nanjing", "state", "damaged"))).containsExactly("words");

        room.run(tracking(), Map.of("where", "Nanjing", "state", "damaged", "words", "wet"));

        assertThat(room.read(() -> room.incidents.of(room.file.number()))).singleElement().satisfies(incident -> {
            assertThat(incident.kind()).isEqualTo("damage");
            assertThat(incident.isOpen()).isTrue();
        });
        assertThat(room.file.task(Duties.NOTIFY, "1").deadline().orElseThrow().lastDay()).isEqualTo(DAY.plusDays(1));
        assertThat(room.file.task(Duties.INCIDENT, "1").deadline().orElseThrow().lastDay()).isEqualTo(DAY.plusDays(7));
        assertThat(room.file.told().toString()).contains("logistics.incident-reported");
    }

    @Test
    @DisplayName("Regulation 6.1: an incident closes only when carrier, sales and customer were told (R-6.6)")
    void anIncidentClosesOnlyWhenAllThreeWereTold() {
        room.representative().run(new ReportIncident(room.shipments, room.incidents, room.acceptances), Map.of("shipment", "1", "kind", "delay", "words", "snow"));
        room.clerk();
        CloseIncident close = room.closing();
        Map<String, Object> solved = Map.of("resolution", "another lorry");
        for (String party : List.of("carrier", "sales", "customer")) {
            assertThat(room.refused(close, solved).toString()).contains("logistics.party." + party);
            tell(party);
        }
        assertThat(room.file.openTasks(Duties.NOTIFY)).isEmpty();

        room.run(close, solved);

        assertThat(room.read(() -> room.incidents.of(room.file.number()).get(0))).satisfies(incident -> {
            assertThat(incident.isOpen()).isFalse();
            assertThat(incident.resolution()).isEqualTo("another lorry");
        });
        assertThat(room.file.openTasks(Duties.INCIDENT)).isEmpty();
    }

    private List<String> kinds() {
        return room.read(() -> room.incidents.of(room.file.number())).stream().map(Incident::kind).toList();
    }

    private static Map<String, Object> heard(String state, LocalDate expected) {
        return Map.of("where", "Nanjing", "state", state, "expected-on", expected.toString());
    }

    @Test
    @DisplayName("Regulation 6.1: on schedule is what arrives by the day that was named; a later day, or a day that is over, is a delay (R-6.6)")
    void aLaterDayIsADelay() {
        LocalDate expected = DAY.plusDays(3);
        assertThat(room.gaps(tracking(), heard("on-schedule", expected.plusDays(1)))).containsExactly("expected-on");
        room.run(tracking(), heard("on-schedule", expected));
        assertThat(kinds()).isEmpty();

        room.file.setToday(expected);
        room.run(tracking(), heard("on-schedule", expected));
        room.file.setToday(expected.plusDays(1));
        assertThat(room.gaps(tracking(), heard("on-schedule", expected))).as("over").containsExactly("expected-on");
        Map<String, Object> late = new HashMap<>(heard("delayed", expected.plusDays(20)));
        assertThat(room.gaps(tracking(), late)).containsExactly("words");
        late.put("words", "the road is closed");
        room.run(tracking(), late);

        assertThat(kinds()).containsExactly("delay");
        room.run(tracking(), heard("on-schedule", expected.plusDays(20)));
        assertThat(kinds()).as("on the schedule that everybody was told of").containsExactly("delay");
    }

    @Test
    @DisplayName("Regulation 6.1: what is damaged and comes later is both (R-6.6)")
    void damagedAndLater() {
        Map<String, Object> both = new HashMap<>(heard("damaged", DAY.plusDays(4)));
        both.put("words", "wet");
        room.run(tracking(), both);

        assertThat(kinds()).containsExactly("damage", "delay");
    }

    @Test
    @DisplayName("Regulation 6.2: nothing is signed while a damage is open; a delay that is over by the arrival is no obstacle (R-6.6, R-6.10)")
    void anOpenDamageBlocksTheSignature() {
        room.incident("delay");
        room.incident("damage");
        room.arriveToday();
        room.checkAll();
        assertThat(room.refused(room.sign(), LogisticsRoom.signed(DAY)).toString()).contains("logistics.incident-open");

        Task damage = room.file.task(Duties.INCIDENT, "2");
        room.clerk().run(room.closing(), Optional.of(damage), Map.of("resolution", "a new cover"));
        room.representative().run(room.sign(), LogisticsRoom.signed(DAY));

        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_DELIVERED);
    }

    @Test
    @DisplayName("Regulation 6.1: what is lost does not arrive; what was found travels on (R-6.6)")
    void whatWasFoundTravelsOn() {
        room.incident("loss");
        assertThat(room.refused(room.arrive(), Map.of("received-by", "Wang", "receipt", PHOTO)).toString()).contains("logistics.loss-open");

        room.run(room.closing(), Map.of("resolution", "found in another depot"));
        room.arriveToday();

        assertThat(room.file.machines()).hasSize(2).allMatch(machine -> machine.has(MilestoneName.LOGISTICS_ARRIVED));
    }

    @Test
    @DisplayName("Regulation 6.1, 6.2: a lost machine counts for nothing; the other arrives, and the one made in its place is shipped alone (R-6.6)")
    void aLostMachineIsMadeAgain() {
        room.incident("loss");
        room.run(room.closing(), Map.of("resolution", "burnt", "lost", List.of("K-2")));
        assertThat(room.file.told().toString()).contains("logistics.lost-for-good");
        room.arriveToday();
        room.checkAll();
        room.run(room.sign(), LogisticsRoom.signed(DAY));
        assertThat(room.file.machines()).filteredOn(machine -> machine.has(MilestoneName.LOGISTICS_DELIVERED))
                .extracting(machine -> machine.serial().value()).containsExactly("K-1");
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.LOGISTICS_ARRIVED, MilestoneName.LOGISTICS_DELIVERED);

        room.command(() -> {
            room.file.strike(SerialNumber.of("K-2"), Text.plain("lost"));
            return true;
        });
        room.finished("K-3");
        room.goOnTo(DAY.plusDays(1));
        assertThat(room.file.openTasks(Duties.SHIP)).as("made in its place").hasSize(1);
        room.send("K-3");
        room.arriveToday();
        room.checkAll();
        room.run(room.sign(), LogisticsRoom.signed(DAY.plusDays(1)));

        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_DELIVERED);
    }

    @Test
    @DisplayName("Regulation 6.1, 6.2: found to be missing when unpacked: the checklist goes on without it; a shipment of nothing ends (R-6.6, R-6.8)")
    void missingWhenUnpacked() {
        room.arriveToday();
        room.checkAll();
        room.incident("loss");
        room.run(room.closing(), Map.of("resolution", "stolen", "lost", List.of("K-2")));

        assertThat(room.read(() -> room.acceptances.items(room.shipment(1), Acceptance.ARRIVAL)))
                .filteredOn(item -> item.asked().serial().equals("K-2")).isEmpty();
        room.incident("loss");
        room.run(room.closing(), Map.of("resolution", "stolen too", "lost", List.of("K-1")));
        assertThat(room.shipment(1).state()).isEqualTo(State.LOST);
        assertThat(room.file.openTasks(Duties.ACCEPT)).isEmpty();
    }

    private void tell(String party) {
        room.run(new RecordTelling(room.incidents), Map.of("party", party, "whom", "Li", "means", "phone", "words", "late"));
    }

    @Test
    @DisplayName("Regulation 6.2: goods arrive on a day behind their dispatch, with the receipt advice, and their acceptance is owed (R-6.7)")
    void whatArrivesIsAccepted() {
        room.file.setToday(DAY.plusDays(3));
        Map<String, Object> early = Map.of("arrived-on", DAY.minusDays(1).toString(), "received-by", "Wang", "receipt", PHOTO);
        assertThat(room.gaps(room.arrive(), early)).containsExactly("arrived-on");
        Map<String, Object> ahead = Map.of("arrived-on", DAY.plusDays(4).toString(), "received-by", "Wang", "receipt", PHOTO);
        assertThat(room.gaps(room.arrive(), ahead)).containsExactly("arrived-on");

        room.run(room.arrive(), Map.of("arrived-on", DAY.plusDays(2).toString(), "received-by", "Wang", "receipt", PHOTO));

        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_ARRIVED).doesNotContain(MilestoneName.LOGISTICS_DELIVERED);
        assertThat(room.file.machines()).allSatisfy(machine ->
                assertThat(machine.on(MilestoneName.LOGISTICS_ARRIVED)).contains(DAY.plusDays(2)));
        assertThat(room.file.openTasks(Duties.TRACK)).isEmpty();
        Task accept = room.file.task(Duties.ACCEPT, "1");
        assertThat(accept.holder()).contains(room.file.summary().representative());
        assertThat(accept.deadline().orElseThrow().lastDay()).as("three working days after Thursday").isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(room.file.documents()).extracting(document -> document.kind().value())
                .contains("logistics.receipt-advice", "logistics.acceptance-form");
    }
}
