package dev.kontor.production;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.text.Text;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.RuleBook;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 5.3: an order is finished when all of its machines passed (R-5.13)")
final class FinishedTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final SerialNumber ONE = new SerialNumber("M-1");
    private static final SerialNumber TWO = new SerialNumber("M-2");
    private static final SerialNumber CABLE = new SerialNumber("L-1");

    private FakeOrderFile file;

    @BeforeEach
    void twoMachinesAndALot() {
        Order plain = anOrder().build();
        OrderLine line = plain.lines().get(0);
        OrderLine two = with(line, 1, "2");
        OrderLine lot = with(line, 2, "30.5");
        Order order = new Order(plain.number(), 1, plain.contract(), plain.customer(), plain.customerName(), plain.contact(),
                List.of(two, lot), plain.payment(), plain.delivery(), plain.terms(), plain.representative(), plain.channel(), plain.more());
        file = new FakeOrderFile(order, RuleBook.of(List.of(Path.of("."))));
        file.reach(MilestoneName.REVIEW_CLEARED);
        file.reach(MilestoneName.PRODUCTION_STARTED);
        file.enrol(ONE, 1, BigDecimal.ONE);
        file.enrol(TWO, 1, BigDecimal.ONE);
        file.enrol(CABLE, 2, new BigDecimal("30.5"));
        file.setToday(DAY.plusDays(9));
    }

    private static OrderLine with(OrderLine line, int position, String quantity) {
        return new OrderLine(position, line.model(), line.name(), new BigDecimal(quantity), line.unit(), line.unitPrice(),
                line.taxRate(), line.parameters(), line.accessories());
    }

    @Test
    void oneMachineShortOfALineItIsNot() {
        passes(ONE, DAY);
        passes(CABLE, DAY);

        assertThat(file.milestones()).doesNotContain(MilestoneName.PRODUCTION_FINISHED);
    }

    @Test
    void itIsOnTheDayOfTheLastMachine() {
        passes(ONE, DAY.plusDays(7));
        passes(CABLE, DAY);
        passes(TWO, DAY.plusDays(3));

        assertThat(file.passed())
                .filteredOn(passed -> passed.name().equals(MilestoneName.PRODUCTION_FINISHED))
                .singleElement()
                .satisfies(passed -> assertThat(passed.on()).isEqualTo(DAY.plusDays(7)));
    }

    @Test
    void aMachineThatIsReworkedTakesItBack() {
        List.of(ONE, TWO, CABLE).forEach(each -> passes(each, DAY));

        file.withdraw(TWO, MilestoneName.PRODUCTION_FINISHED, Text.plain("reworked"));
        Finished.settle(file);

        assertThat(file.milestones()).doesNotContain(MilestoneName.PRODUCTION_FINISHED);
    }

    @Test
    void beforeProductionHasStartedNothingIsFinished() {
        file.withdraw(MilestoneName.PRODUCTION_STARTED, Text.plain("amended"));

        List.of(ONE, TWO, CABLE).forEach(each -> passes(each, DAY));

        assertThat(file.milestones()).doesNotContain(MilestoneName.PRODUCTION_FINISHED);
    }

    @Test
    void changedToNoMoreThanPassedItIs() {
        passes(ONE, DAY);
        passes(CABLE, DAY.plusDays(2));
        Finished.recheck(file);
        assertThat(file.milestones()).doesNotContain(MilestoneName.PRODUCTION_FINISHED);

        file.strike(TWO, Text.plain("ordered no longer"));
        revised("1");

        assertThat(file.passed())
                .filteredOn(passed -> passed.name().equals(MilestoneName.PRODUCTION_FINISHED))
                .singleElement()
                .satisfies(passed -> assertThat(passed.on()).isEqualTo(DAY.plusDays(2)));
    }

    private void revised(String machines) {
        Order before = file.order().orElseThrow();
        file.revise(new Order(before.number(), 2, before.contract(), before.customer(), before.customerName(), before.contact(),
                List.of(with(before.lines().get(0), 1, machines), before.lines().get(1)), before.payment(), before.delivery(),
                before.terms(), before.representative(), before.channel(), before.more()));
        Finished.recheck(file);
    }

    private void passes(SerialNumber machine, LocalDate on) {
        file.reach(machine, MilestoneName.PRODUCTION_FINISHED, on);
        Finished.settle(file);
    }
}
