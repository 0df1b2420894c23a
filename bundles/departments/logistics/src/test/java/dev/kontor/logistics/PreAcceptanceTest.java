package dev.kontor.logistics;

import static dev.kontor.logistics.LogisticsRoom.DAY;
import static dev.kontor.logistics.LogisticsRoom.PHOTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.MilestoneName;
import dev.kontor.logistics.preacceptance.PreAcceptance;
import dev.kontor.logistics.preacceptance.RecordPreAcceptance;
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
        values.putAll(changed);
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
    void itIsSignedTodayAtTheLatestAndBeforeTheMachineLeaves() {
        assertThat(room.representative().gaps(command, looked("accepted", Map.of("signed-on", DAY.plusDays(1).toString()))))
                .containsExactly("signed-on");
        room.send("M-1");

        assertThat(room.representative().gaps(command, looked("accepted", Map.of()))).containsExactly("machines");
        room.run(command, looked("accepted", Map.of("machines", List.of("M-2"))));
        room.send("M-2");
        assertThat(room.<Boolean>read(() -> command.offered(room.file, Optional.empty()))).isFalse();
    }
}
