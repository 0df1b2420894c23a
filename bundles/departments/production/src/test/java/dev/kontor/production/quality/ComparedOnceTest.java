package dev.kontor.production.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.order.TechnicalParameter;
import dev.kontor.api.text.Text;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.store.unit.Dialect;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 4.2: a machine whose order was changed before anybody compared the two is decided on by itself (R-4.15)")
final class ComparedOnceTest {

    private QualityRoom room;

    /** Its order is changed, and cleared, as long as nobody heard of that here. */
    @BeforeEach
    void finishedAndChanged() {
        room = new QualityRoom(Dialect.DERBY);
        room.setAllPlans();
        room.planned("milling");
        room.pass(InspectionKind.INCOMING);
        room.pass(InspectionKind.IN_PROCESS);
        room.done("milling");
        room.pass(InspectionKind.FINAL);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("though every machine of the order is finished; it is so no more until that is decided")
    void aFinishedMachineOwesADecision() {
        changed();
        assertThat(room.file.milestones()).contains(MilestoneName.PRODUCTION_FINISHED);
        assertThat(room.toDecide()).isEmpty();

        room.attend(Outdated.COMPARE);

        assertThat(room.toDecide()).containsExactly(QualityRoom.MACHINE + " revision 2");
        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isFalse();
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.PRODUCTION_FINISHED);
        room.decide("sun", "conforms");
        assertThat(room.file.milestones()).contains(MilestoneName.PRODUCTION_FINISHED);
    }

    @Test
    @DisplayName("but not one that has left the works, which is what was ordered then")
    void aMachineThatLeftTheWorksOwesNone() {
        room.file.reach(QualityRoom.MACHINE, MilestoneName.LOGISTICS_DISPATCHED, room.file.today());
        changed();

        room.attend(Outdated.COMPARE);

        assertThat(room.file.openTasks()).isEmpty();
        assertThat(room.file.milestones()).contains(MilestoneName.PRODUCTION_FINISHED);
    }

    @Test
    @DisplayName("nor one of an order that is under review, or ended: its clearance asks")
    void whileTheOrderIsNotClearedNothingIsAsked() {
        changed();
        room.file.withdraw(MilestoneName.REVIEW_CLEARED, Text.plain("changed again"));

        room.attend(Outdated.COMPARE);

        assertThat(room.file.openTasks()).isEmpty();
        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isTrue();
    }

    private void changed() {
        Order order = room.file.order().orElseThrow();
        room.file.revise(new Order(order.number(), 2, order.contract(), order.customer(), order.customerName(), order.contact(),
                order.lines().stream().map(ComparedOnceTest::faster).toList(), order.payment(), order.delivery(), order.terms(),
                order.representative(), order.channel(), order.more()));
    }

    private static OrderLine faster(OrderLine line) {
        return new OrderLine(line.position(), line.model(), line.name(), line.quantity(), line.unit(), line.unitPrice(), line.taxRate(),
                List.of(new TechnicalParameter("spindle speed", "12000", "rpm")), line.accessories());
    }
}
