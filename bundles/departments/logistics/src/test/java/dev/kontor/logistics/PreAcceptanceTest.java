package dev.kontor.logistics;

import static dev.kontor.logistics.LogisticsRoom.DAY;
import static dev.kontor.logistics.LogisticsRoom.PHOTO;
import static dev.kontor.logistics.LogisticsRoom.leaving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.acceptance.Item;
import dev.kontor.logistics.preacceptance.PreAcceptance;
import dev.kontor.logistics.preacceptance.RecordPreAcceptance;
import dev.kontor.logistics.shipment.State;
import dev.kontor.store.unit.Dialect;
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
@DisplayName("Regulation 6.2: what the customer accepts in our works is kept, and delivers nothing (R-6.10)")
final class PreAcceptanceTest {

    /** Model, parameter, accessory, condition. */
    private static final int ITEMS = 4;

    @Parameter
    private Dialect dialect;

    private LogisticsRoom room;
    private RecordPreAcceptance command;

    @BeforeEach
    void open() {
        room = new LogisticsRoom(dialect, LogisticsRoom.twoMachines(true));
        command = new RecordPreAcceptance(room.preAcceptances);
        room.finished("M-1");
        room.finished("M-2");
        room.look();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static Map<String, Object> looked(String result, Map<String, Object> changed) {
        Map<String, Object> values = new HashMap<>(Map.of("machines", List.of("M-1"), "result", result, "signed-on", DAY.toString(),
                "signatory", "Wang Wei", "authority", "PoA 3", "report", PHOTO));
        values.putAll(Map.of("seal", "acceptance", "original-at", "cabinet 4"));
        values.putAll(changed);
        for (Object machine : (List<?>) values.get("machines")) {
            for (int item = 1; item <= ITEMS; item++) {
                values.putIfAbsent("item-" + machine + "-" + item, Item.RIGHT);
            }
        }
        return values;
    }

    private List<PreAcceptance> kept() {
        return room.read(() -> room.preAcceptances.of(room.file.number()));
    }

    @Test
    void itIsFiledWithTheOrderAndNothingIsDeliveredByIt() {
        room.representative().run(command, looked("accepted", Map.of()));

        assertThat(kept()).singleElement().satisfies(one -> {
            assertThat(one.serials()).containsExactly("M-1");
            assertThat(one.revision()).isEqualTo(1);
            assertThat(one.signatory()).isEqualTo("Wang Wei");
        });
        assertThat(room.file.documents()).extracting(each -> each.kind().value()).contains("logistics.pre-acceptance");
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.LOGISTICS_DELIVERED);
        assertThat(room.file.machines()).noneMatch(machine -> machine.has(MilestoneName.LOGISTICS_DELIVERED));
    }

    @Test
    void aMachineThatWasNotAcceptedIsLookedAtAgainAndBothLooksStay() {
        assertThat(room.representative().gaps(command, looked("refused", Map.of()))).containsExactly("remarks");
        assertThat(room.gaps(command, looked("reserved", Map.of()))).containsExactly("remarks");

        room.run(command, looked("refused", Map.of("remarks", "The spindle is too loud.")));
        room.run(command, looked("accepted", Map.of()));

        assertThat(kept()).extracting(PreAcceptance::result).containsExactly("refused", "accepted");
    }

    @Test
    @DisplayName("R-6.8, R-6.10: each item of each chosen machine is looked at; what is not right is remarked on and never accepted")
    void itemByItem() {
        Map<String, Object> unseen = Map.of("item-M-1-2", "");
        assertThat(room.representative().gaps(command, looked("accepted", unseen))).containsExactly("item-M-1-2");
        Map<String, Object> wrong = Map.of("item-M-1-2", Item.WRONG, "remarks", "The travel is short.");
        assertThat(room.gaps(command, looked("accepted", wrong))).containsExactly("item-M-1-2");
        assertThat(room.gaps(command, looked("reserved", wrong))).containsExactly("remark-M-1-2");

        Map<String, Object> remarked = new HashMap<>(wrong);
        remarked.put("remark-M-1-2", "490 mm");
        room.run(command, looked("reserved", remarked));

        assertThat(room.read(() -> room.preAcceptances.items(kept().get(0)))).hasSize(ITEMS)
                .filteredOn(Item::isWrong).singleElement()
                .satisfies(item -> assertThat(item.asked().name() + " " + item.remark()).isEqualTo("travel 490 mm"));
    }

    @Test
    @DisplayName("R-6.10: what was not accepted does not leave until a later look accepts it; another machine may")
    void whatWasNotAcceptedStays() {
        room.representative().run(command, looked("reserved", Map.of("remarks", "Paint the door.")));
        room.plan("M-1");
        room.prepare();
        assertThat(room.refused(room.release(), Map.of()).toString()).contains("logistics.not-yet");

        room.representative().run(command, looked("accepted", Map.of()));
        room.clerk().run(room.release(), Map.of());
        room.representative().run(command, looked("refused", Map.of("remarks", "The door is loose.")));
        assertThat(room.clerk().refused(room.dispatch(), leaving(DAY)).toString()).as("found after the release").contains("logistics.not-yet");
    }

    @Test
    @DisplayName("R-6.10: where the contract lists a pre-acceptance nothing leaves without one, and it is a milestone of its own")
    void listedItIsDemanded() {
        room.file.revise(LogisticsRoom.listing(LogisticsRoom.ordered(2, 2, true), "pre", Acceptance.ARRIVAL));
        room.plan("M-1", "M-2");
        room.prepare();
        assertThat(room.refused(room.release(), Map.of()).toString()).contains("logistics.not-yet");

        room.representative().run(command, looked("accepted", Map.of()));
        assertThat(room.file.milestones()).as("one of two").doesNotContain(MilestoneName.LOGISTICS_PRE_ACCEPTED);
        assertThat(room.clerk().refused(room.release(), Map.of()).toString()).contains("logistics.not-yet");
        room.representative().run(command, looked("accepted", Map.of("machines", List.of("M-2"))));

        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_PRE_ACCEPTED).doesNotContain(MilestoneName.LOGISTICS_DELIVERED);
        room.clerk().run(room.release(), Map.of());
        assertThat(room.shipment(1).state()).isEqualTo(State.RELEASED);
    }

    @Test
    @DisplayName("R-6.10: a serial number with a point and a stroke is looked at like any other")
    void whateverIsInASerialNumber() {
        room.file.revise(LogisticsRoom.ordered(2, 3, true));
        room.finished("M.3/1");

        assertThat(room.read(() -> command.form(room.file, Optional.empty())).fields()).extracting(field -> field.name())
                .contains("item-Mdot3slash1-1").noneMatch(name -> name.contains(".") || name.contains("/"));
    }

    @Test
    @DisplayName("R-5.13, R-6.10: a machine that is not finished may be looked at, and is not accepted")
    void whatIsNotFinishedIsNotAccepted() {
        room.command(() -> {
            room.file.withdraw(SerialNumber.of("M-1"), MilestoneName.PRODUCTION_FINISHED, Text.plain("rework"));
            return true;
        });

        assertThat(room.representative().gaps(command, looked("accepted", Map.of()))).containsExactly("machines");
        room.run(command, looked("refused", Map.of("remarks", "It has no door yet.")));
        assertThat(kept()).hasSize(1);
    }

    @Test
    void itIsSignedTodayAtTheLatestAndBeforeTheMachineLeaves() {
        assertThat(room.representative().gaps(command, looked("accepted", Map.of("signed-on", DAY.plusDays(1).toString()))))
                .containsExactly("signed-on");
        room.send("M-1");

        Map<String, Object> gone = looked("accepted", Map.of());
        gone.keySet().removeIf(field -> field.contains("M-1-"));
        assertThat(room.representative().gaps(command, gone)).containsExactly("machines");
        room.run(command, looked("accepted", Map.of("machines", List.of("M-2"))));
        room.send("M-2");
        assertThat(room.<Boolean>read(() -> command.offered(room.file, Optional.empty()))).isFalse();
    }
}
