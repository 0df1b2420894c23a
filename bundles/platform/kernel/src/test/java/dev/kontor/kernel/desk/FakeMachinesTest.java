package dev.kontor.kernel.desk;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.TechnicalParameter;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.Database;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.RuleBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The testkit's order file refuses of machines what the kernel refuses (R-5.14, R-4.15)")
class FakeMachinesTest {

    private static final SerialNumber ONE = new SerialNumber("CNC-500-2026-0001");
    private static final SerialNumber TWO = new SerialNumber("CNC-500-2026-0002");
    private static final MilestoneName FINISHED = MilestoneName.PRODUCTION_FINISHED;
    private static final Text WHY = Text.plain("why");

    /** A command of its own. @param refusal what it is refused for; empty: it is done */
    private record Step(String refusal, Consumer<OrderFile> work) {}

    private final List<Step> steps = new ArrayList<>();

    private void step(String refusal, Consumer<OrderFile> work) {
        steps.add(new Step(refusal, work));
    }

    private static void cleared(OrderFile file) {
        file.reach(MilestoneName.REVIEW_CLEARED);
    }

    private static void underReview(OrderFile file) {
        file.withdraw(MilestoneName.REVIEW_CLEARED, WHY);
    }

    private void script() {
        step("", file -> file.revise(FlowPromises.content(file, 1, 100)));
        step("kernel.not-cleared", file -> file.enrol(ONE, 1, BigDecimal.ONE));
        step("", FakeMachinesTest::cleared);
        step("defect", file -> file.enrol(ONE, 2, BigDecimal.ONE));
        step("kernel.line-has-its-machines", file -> file.enrol(ONE, 1, BigDecimal.ZERO));
        step("kernel.no-machine", file -> file.reach(ONE, FINISHED, file.today()));
        step("", file -> file.enrol(ONE, 1, BigDecimal.ONE));
        step("kernel.line-has-its-machines", file -> file.enrol(TWO, 1, new BigDecimal("0.001")));
        step("kernel.day-to-come", file -> file.reach(ONE, FINISHED, file.today().plusDays(1)));
        step("kernel.line-below-machines", file -> file.revise(MachineTest.lineOf(file, "CNC-500", "0.999")));
        step("kernel.line-below-machines", file -> file.revise(MachineTest.lineOf(file, "CNC-900", "1")));
        step("", FakeMachinesTest::underReview);
        step("kernel.not-cleared", file -> file.reach(ONE, FINISHED, file.today()));
        step("kernel.not-cleared", file -> file.carryOver(ONE, WHY));
        step("kernel.no-machine", file -> file.carryOver(TWO, WHY));
        step("", file -> file.revise(MachineTest.lineOf(file, "CNC-500", "2", new TechnicalParameter("spindle speed", "12000", "rpm"))));
        step("", FakeMachinesTest::cleared);
        step("kernel.machine-outdated", file -> file.reach(ONE, FINISHED, file.today()));
        step("", file -> file.carryOver(ONE, WHY));
        step("", file -> file.reach(ONE, FINISHED, file.today()));
        step("", FakeMachinesTest::underReview);
        step("", file -> file.reach(ONE, FINISHED, file.today().plusDays(1))); // it has it
        step("", file -> file.strike(ONE, WHY));
        step("kernel.no-machine", file -> file.strike(ONE, WHY));
        step("", FakeMachinesTest::cleared);
        step("kernel.serial-taken", file -> file.enrol(ONE, 1, BigDecimal.ONE));
        step("", file -> file.enrol(TWO, 1, new BigDecimal(2)));
    }

    @Test
    @DisplayName("step by step, for the same reason")
    void bothRefuseTheSame() {
        script();
        List<String> expected = steps.stream().map(Step::refusal).toList();
        OrderFile fake = new FakeOrderFile(anOrder().build(), RuleBook.of(List.of()));

        assertThat(refusals(step -> step.accept(fake))).as("testkit").isEqualTo(expected);
        try (TestDesk desk = new TestDesk(Database.DERBY.open())) {
            desk.run(desk.trade);
            OrderNumber order = desk.register();
            assertThat(refusals(step -> desk.act(order, step))).as("kernel").isEqualTo(expected);
        }
    }

    private List<String> refusals(Consumer<Consumer<OrderFile>> subject) {
        List<String> refusals = new ArrayList<>();
        steps.forEach(step -> {
            try {
                subject.accept(step.work());
                refusals.add("");
            } catch (Refused refused) {
                refusals.add(refused.words().key());
            } catch (IllegalArgumentException | IllegalStateException defect) { // the desk hides what went wrong
                refusals.add("defect");
            }
        });
        return refusals;
    }
}
