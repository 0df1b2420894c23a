package dev.kontor.logistics;

import static dev.kontor.logistics.LogisticsRoom.DAY;
import static dev.kontor.logistics.LogisticsRoom.leaving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.rule.facts.ApprovalGiven;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.State;
import dev.kontor.store.unit.Dialect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 4.2: credit and payment are looked at again at release and at dispatch (R-4.16)")
final class HoldTest {

    @Parameter
    private Dialect dialect;

    private LogisticsRoom room;
    private final List<String> approved = new ArrayList<>();

    @BeforeEach
    void open() {
        room = new LogisticsRoom(dialect, LogisticsRoom.twoMachines(false));
        room.file.with(new Approvals());
        room.finished("K-1");
        room.finished("K-2");
        room.look();
    }

    @AfterEach
    void close() {
        room.close();
    }

    /** What two people have let pass. */
    private final class Approvals implements FactSource {

        @Override
        public Set<Class<? extends Record>> types() {
            return Set.of(ApprovalGiven.class);
        }

        @Override
        public Collection<? extends Record> about(OrderFile file) {
            return approved.stream()
                    .map(item -> new ApprovalGiven(item, item + ".approval", true, BigDecimal.TEN, BigDecimal.ONE, "CNY", "2026-12-31", 9, "known", "chen", "gao"))
                    .toList();
        }
    }

    @Test
    @DisplayName("Regulation 4.2: a hold at release is kept and told, and the clerk's time stands still until it is lifted (R-4.16)")
    void aHoldAtReleaseIsKept() {
        room.attach("payment/logistics.release");
        room.plan("K-1", "K-2");
        room.prepare();

        Answer answer = room.run(room.release(), Map.of());

        assertThat(answer.said().toString()).contains("Goods worth", "1,000,000", "are not paid");
        assertThat(room.shipment(1).state()).isEqualTo(State.PLANNED);
        assertThat(room.shipment(1).isHeld()).isTrue();
        assertThat(room.file.task(Duties.SEND, "1").suspendedAt()).isPresent();
        assertThat(room.file.told().toString()).contains("logistics.held");

        approved.add("release");
        room.goOnTo(DAY.plusDays(1));
        assertThat(room.shipment(1).isHeld()).isFalse();
        assertThat(room.file.task(Duties.SEND, "1").suspendedAt()).isEmpty();
        assertThat(room.file.told().toString()).contains("logistics.held-no-longer");
        room.run(room.release(), Map.of());
        assertThat(room.shipment(1).state()).isEqualTo(State.RELEASED);
    }

    @Test
    @DisplayName("Regulation 4.2: while the hold stands it is asked about every day, and the shipment stays where it is (R-4.16)")
    void aHoldThatStandsIsAskedAboutEveryDay() {
        room.attach("payment/logistics.release");
        room.plan("K-1", "K-2");
        room.run(room.release(), Map.of());

        room.goOnTo(DAY.plusDays(2));

        assertThat(room.file.planned()).containsEntry("logistics held", DAY.plusDays(3));
        assertThat(room.shipment(1).isHeld()).isTrue();
    }

    @Test
    @DisplayName("Regulation 4.2: who was released and is held at dispatch does not leave; what was typed is kept (R-4.16)")
    void aHoldAtDispatchStopsWhatWasReleased() {
        room.plan("K-1", "K-2");
        room.prepare();
        room.run(room.release(), Map.of());
        room.attach("payment/logistics.dispatch");

        room.run(room.dispatch(), leaving(DAY));

        assertThat(room.file.machines()).noneMatch(machine -> machine.has(MilestoneName.LOGISTICS_DISPATCHED));
        assertThat(room.shipment(1).state()).isEqualTo(State.RELEASED);
        assertThat(room.shipment(1).journey().waybill()).isEqualTo("W-77");
        assertThat(room.file.documents()).noneMatch(document -> document.kind().value().equals("logistics.delivery-note"));

        approved.add("dispatch");
        room.run(room.dispatch(), leaving(DAY));
        assertThat(room.file.machines()).allMatch(machine -> machine.has(MilestoneName.LOGISTICS_DISPATCHED));
        assertThat(room.shipment(1).isHeld()).isFalse();
    }

    @Test
    @DisplayName("Regulation 4.2: credit that was good at release is asked for again at dispatch (R-4.16)")
    void whatIsAskedAtReleaseIsAskedAgainAtDispatch() {
        room.attach("payment/logistics.release");
        approved.add("release");
        room.plan("K-1", "K-2");
        room.prepare();
        room.run(room.release(), Map.of());
        approved.clear();

        room.run(room.dispatch(), leaving(DAY));

        assertThat(room.file.machines()).noneMatch(machine -> machine.has(MilestoneName.LOGISTICS_DISPATCHED));
    }
}
