package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Refused.Reason;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.TechnicalParameter;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Conclusion.Hold;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.machine.MachineList;
import dev.kontor.kernel.machine.MachineRows;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.kernel.roster.RosterRows;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Regulation 5.3, 6.2: every machine has a file of its own (R-5.14)")
@ParameterizedClass
@EnumSource(Database.class)
class MachineTest {

    private static final SerialNumber ONE = new SerialNumber("CNC-500-2026-0001");
    private static final Person OTHER_REP = new Person(new PersonId("zhao"), "Zhao", Set.of(Role.SALES_REP), "en");
    private static final MilestoneName FINISHED = MilestoneName.PRODUCTION_FINISHED;

    private final TestDesk desk;
    private final MachineList machines;

    MachineTest(Database database) {
        desk = new TestDesk(database.open());
        desk.run(desk.trade);
        machines = new MachineList(desk.transactions, new MachineRows(desk.rows), new OrderRows(desk.rows, desk.clock));
    }

    private OrderNumber order;

    @BeforeEach
    void register() {
        order = submitted();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aMachineIsKnownByItsSerialNumberAndGoesItsWay() {
        desk.act(order, file -> file.enrol(ONE, 1, BigDecimal.ONE));
        desk.act(order, file -> file.reach(ONE, FINISHED, file.today().minusDays(1)));
        desk.act(order, file -> file.reach(ONE, FINISHED, file.today()));

        Machine machine = machines.machine(ONE, TestDesk.LINA).orElseThrow();
        assertThat(machine.order()).isEqualTo(order);
        assertThat(machine.model()).isEqualTo("CNC-500");
        assertThat(machine.revision()).isEqualTo(1);
        assertThat(machine.on(FINISHED)).contains(desk.clock.today().minusDays(1));
        assertThat(machine.milestones()).hasSize(1);
    }

    @Test
    void aMachineThatIsReworkedHasItsMilestoneNoMore() {
        desk.act(order, file -> file.enrol(ONE, 1, BigDecimal.ONE));
        desk.act(order, file -> file.reach(ONE, FINISHED, file.today()));
        desk.act(order, file -> file.withdraw(ONE, FINISHED, Text.plain("spindle")));

        assertThat(machines.machine(ONE, TestDesk.LINA).orElseThrow().has(FINISHED)).isFalse();
    }

    @Test
    void noTwoMachinesCarryOneSerialNumberNotEvenWhenTheFirstIsStruck() {
        desk.act(order, file -> file.enrol(ONE, 1, BigDecimal.ONE));
        OrderNumber other = submitted();
        assertRefused(Reason.CONFLICT, () -> desk.act(other, file -> file.enrol(ONE, 1, BigDecimal.ONE)));

        desk.act(order, file -> file.strike(ONE, Text.plain("built for another")));

        assertRefused(Reason.CONFLICT, () -> desk.act(other, file -> file.enrol(ONE, 1, BigDecimal.ONE)));
    }

    @Test
    @DisplayName("R-5.14: the file of a machine that was struck stays, with what became of it")
    void aStruckMachineIsFoundByItsSerialNumber() {
        desk.act(order, file -> file.enrol(ONE, 1, BigDecimal.ONE));
        desk.act(order, file -> file.reach(ONE, FINISHED, file.today()));

        desk.act(order, file -> {
            file.strike(ONE, Text.plain("fell off the lorry"));
            assertThat(file.machines()).isEmpty();
        });

        Machine struck = machines.machine(ONE, TestDesk.LINA).orElseThrow();
        assertThat(struck.struck()).contains(new Machine.Struck(desk.clock.now(), TestDesk.LINA.id(), Text.plain("fell off the lorry")));
        assertThat(struck.has(FINISHED)).isTrue();
        assertThat(machines.beginning("CNC-500", 10, TestDesk.LINA)).containsExactly(struck);
        assertThat(machines.machine(ONE, OTHER_REP)).isEmpty();
    }

    @Test
    void ofTwoOrdersThatTakeASerialNumberAtOnceOneGetsIt() throws Exception {
        OrderNumber other = submitted();
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> tries = two.invokeAll(List.<Callable<Boolean>>of(() -> takes(order), () -> takes(other)));
        two.shutdown();

        assertThat(List.of(tries.get(0).get(), tries.get(1).get())).containsExactlyInAnyOrder(true, false);
    }

    private boolean takes(OrderNumber number) {
        try {
            desk.act(TestDesk.LINA, number, file -> file.enrol(ONE, 1, BigDecimal.ONE));
            return true;
        } catch (Refused taken) {
            return false;
        }
    }

    @Test
    void aLineHasNoMoreMachinesThanWereOrdered() {
        desk.act(order, file -> file.enrol(ONE, 1, BigDecimal.ONE));

        SerialNumber second = new SerialNumber("CNC-500-2026-0002");
        assertRefused(Reason.CONFLICT, () -> desk.act(order, file -> file.enrol(second, 1, new BigDecimal("0.001"))));
        assertRefused(Reason.CONFLICT, () -> desk.act(submitted(), file -> file.enrol(second, 1, BigDecimal.ZERO)));
    }

    @Test
    void aHoldOnAMilestoneHoldsTheMachinesToo() {
        ConsultationPoint point = new ConsultationPoint("trade/check");
        desk.engine.at(point.value(), new Hold(FINISHED, "unpaid", dev.kontor.api.rule.Reason.of("because"), new Clause("7.1")));
        desk.act(order, file -> {
            file.enrol(ONE, 1, BigDecimal.ONE);
            file.consult(Question.at(point));
        });

        assertRefused(Reason.CONFLICT, () -> desk.act(order, file -> file.reach(ONE, FINISHED, file.today())));

        desk.engine.at(point.value());
        desk.act(order, file -> {
            file.consult(Question.at(point));
            file.reach(ONE, FINISHED, file.today());
        });
        assertThat(machines.machine(ONE, TestDesk.LINA).orElseThrow().has(FINISHED)).isTrue();
    }

    @Test
    @DisplayName("R-4.15: while a change is under review no machine goes on")
    void whileAChangeIsUnderReviewNoMachineGoesOn() {
        desk.act(order, file -> {
            file.enrol(ONE, 1, BigDecimal.ONE);
            file.withdraw(MilestoneName.REVIEW_CLEARED, Text.plain("a change"));
        });

        assertRefused(Reason.CONFLICT, () -> desk.act(order, file -> file.reach(ONE, FINISHED, file.today())));

        desk.act(order, file -> {
            file.reach(MilestoneName.REVIEW_CLEARED);
            file.reach(ONE, FINISHED, file.today());
        });
        assertThat(machines.machine(ONE, TestDesk.LINA).orElseThrow().has(FINISHED)).isTrue();
    }

    @Test
    @DisplayName("R-4.15: an order is never changed below what is produced of it")
    void anOrderIsNeverChangedBelowWhatIsProduced() {
        desk.act(order, file -> file.enrol(ONE, 1, BigDecimal.ONE));

        assertRefused(Reason.CONFLICT, () -> desk.act(order, file -> file.revise(lineOf(file, "CNC-500", "0.5"))));
        assertRefused(Reason.CONFLICT, () -> desk.act(order, file -> file.revise(lineOf(file, "CNC-900", "1"))));
        desk.act(order, file -> file.revise(lineOf(file, "CNC-500", "2")));
        desk.act(order, file -> file.strike(ONE, Text.plain("scrapped")));
        desk.act(order, file -> file.revise(lineOf(file, "CNC-900", "1")));
    }

    @Test
    @DisplayName("R-4.15: a machine that a change makes another one reaches nothing until production carries it over")
    void aMachineThatAChangeMakesAnotherReachesNothing() {
        desk.act(order, file -> file.enrol(ONE, 1, BigDecimal.ONE));
        desk.act(order, file -> {
            file.revise(lineOf(file, "CNC-500", "1", new TechnicalParameter("spindle speed", "12000", "rpm")));
            file.reach(MilestoneName.REVIEW_CLEARED);
        });

        assertRefused(Reason.CONFLICT, () -> desk.act(order, file -> file.reach(ONE, FINISHED, file.today())));

        desk.act(order, file -> {
            file.carryOver(ONE, Text.plain("the faster spindle is in it"));
            file.reach(ONE, FINISHED, file.today());
        });
        Machine machine = machines.machine(ONE, TestDesk.LINA).orElseThrow();
        assertThat(machine.revision()).isEqualTo(2);
        assertThat(machine.has(FINISHED)).isTrue();
    }

    @Test
    @DisplayName("R-4.15: a change of price or quantity makes no other machine")
    void aChangeOfPriceMakesNoOtherMachine() {
        desk.act(order, file -> file.enrol(ONE, 1, BigDecimal.ONE));
        desk.act(order, file -> {
            OrderLine line = file.order().orElseThrow().lines().get(0);
            file.revise(lineOf(file, "CNC-500", "2", line.parameters().toArray(TechnicalParameter[]::new)));
            assertThat(file.outdated()).isEmpty();
            file.reach(MilestoneName.REVIEW_CLEARED);
            file.reach(ONE, FINISHED, file.today());
        });
    }

    @Test
    @DisplayName("R-4.15: a change of one line touches its machines only, and none that was begun after it")
    void aChangeOfOneLineTouchesItsMachinesOnly() {
        SerialNumber two = new SerialNumber("CNC-500-2026-0002");
        SerialNumber three = new SerialNumber("CNC-500-2026-0003");
        desk.act(order, file -> {
            file.revise(withSecondLine(file, "8000"));
            file.enrol(ONE, 1, BigDecimal.ONE);
            file.enrol(two, 2, BigDecimal.ONE);
        });

        desk.act(order, file -> {
            file.revise(withSecondLine(file, "12000"));
            file.enrol(three, 2, BigDecimal.ONE);
            assertThat(file.outdated()).extracting(Machine::serial).containsExactly(two);
        });
    }

    /** The next revision, with a second line of two machines whose spindle is so fast. */
    private static Order withSecondLine(OrderFile file, String speed) {
        Order order = FlowPromises.content(file, file.summary().revision() + 1, 100);
        OrderLine line = order.lines().get(0);
        OrderLine second = new OrderLine(2, line.model(), line.name(), new BigDecimal(2), line.unit(), line.unitPrice(), line.taxRate(),
                List.of(new TechnicalParameter("spindle speed", speed, "rpm")), List.of());
        return new Order(order.number(), order.revision(), order.contract(), order.customer(), order.customerName(), order.contact(),
                List.of(line, second), order.payment(), order.delivery(), order.terms(), order.representative(), order.channel(),
                order.more());
    }

    @Test
    @DisplayName("R-4.15: what has left the works goes on as what was ordered then")
    void whatHasLeftTheWorksGoesOn() {
        desk.act(order, file -> {
            file.enrol(ONE, 1, BigDecimal.ONE);
            file.reach(ONE, MilestoneName.LOGISTICS_DISPATCHED, file.today());
            file.revise(lineOf(file, "CNC-500", "1", new TechnicalParameter("spindle speed", "12000", "rpm")));
        });

        desk.act(order, file -> assertThat(file.outdated()).isEmpty());
    }

    /** The next revision, with one line of so many of the model. */
    static Order lineOf(OrderFile file, String model, String quantity, TechnicalParameter... parameters) {
        Order order = FlowPromises.content(file, file.summary().revision() + 1, 100);
        OrderLine line = order.lines().get(0);
        OrderLine other = new OrderLine(1, model, line.name(), new BigDecimal(quantity), line.unit(), line.unitPrice(), line.taxRate(),
                List.of(parameters), line.accessories());
        return new Order(order.number(), order.revision(), order.contract(), order.customer(), order.customerName(), order.contact(),
                List.of(other), order.payment(), order.delivery(), order.terms(), order.representative(), order.channel(), order.more());
    }

    @Test
    @DisplayName("R-6.10: no other bundle makes an order or a machine delivered")
    void aMilestoneBelongsToTheDepartmentThatReachesIt() {
        desk.act(order, file -> file.enrol(ONE, 1, BigDecimal.ONE));
        Department logistics = departmentOfAnotherBundle(MilestoneName.LOGISTICS_DELIVERED);
        desk.departments.add(logistics);

        assertThatIllegalStateException()
                .isThrownBy(() -> desk.act(order, file -> file.reach(ONE, MilestoneName.LOGISTICS_DELIVERED, file.today())));
        assertThatIllegalStateException()
                .isThrownBy(() -> desk.act(order, file -> file.reach(MilestoneName.LOGISTICS_DELIVERED)));

        desk.departments.remove(logistics);
        desk.act(order, file -> file.reach(MilestoneName.LOGISTICS_DELIVERED));
    }

    @Test
    @DisplayName("R-6.10: whoever else says that it makes orders delivered makes none, beside logistics and without it")
    void aSecondClaimantReachesNothing() {
        desk.act(order, file -> file.enrol(ONE, 1, BigDecimal.ONE));
        Department partner = department(MachineTest.class.getClassLoader(), "partner", MilestoneName.LOGISTICS_DELIVERED);
        desk.departments.add(partner);
        Department logistics = departmentOfAnotherBundle(MilestoneName.LOGISTICS_DELIVERED);
        desk.departments.add(logistics);
        assertThatIllegalStateException()
                .isThrownBy(() -> desk.act(order, file -> file.reach(ONE, MilestoneName.LOGISTICS_DELIVERED, file.today())));
        assertThatIllegalStateException()
                .isThrownBy(() -> desk.act(order, file -> file.reach(MilestoneName.LOGISTICS_DELIVERED)));

        desk.departments.remove(logistics);
        desk.transactions.command(() -> {
            desk.roster.enrol(RosterRows.DEPARTMENT, "logistics", Map.of(), desk.clock.now());
            return true;
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> desk.act(order, file -> file.reach(MilestoneName.LOGISTICS_DELIVERED)));
        desk.departments.remove(partner);
    }

    @Test
    @DisplayName("R-6.10: nobody does while the department that reaches it is absent")
    void nobodyReachesWhatAnAbsentDepartmentReaches() {
        desk.transactions.command(() -> {
            desk.roster.enrol(RosterRows.DEPARTMENT, "logistics", Map.of(), desk.clock.now());
            return true;
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> desk.act(order, file -> file.reach(MilestoneName.LOGISTICS_DELIVERED)));
    }

    private static Department departmentOfAnotherBundle(MilestoneName reached) {
        return department(new ClassLoader(MachineTest.class.getClassLoader()) {}, "logistics", reached);
    }

    private static Department department(ClassLoader bundle, String id, MilestoneName reached) {
        return (Department) Proxy.newProxyInstance(bundle, new Class<?>[] {Department.class}, (proxy, method, arguments) ->
                switch (method.getName()) {
                    case "id" -> new DepartmentId(id);
                    case "reaches" -> Set.of(reached);
                    case "opensOn" -> List.of();
                    case "equals" -> proxy == arguments[0];
                    default -> 1;
                });
    }

    @Test
    void whatHappenedIsNotStillToCome() {
        desk.act(order, file -> file.enrol(ONE, 1, BigDecimal.ONE));
        LocalDate tomorrow = desk.clock.today().plusDays(1);

        assertRefused(Reason.INVALID, () -> desk.act(order, file -> file.reach(ONE, FINISHED, tomorrow)));
        assertRefused(Reason.INVALID, () -> desk.act(order, file -> file.reach(MilestoneName.LOGISTICS_DISPATCHED, tomorrow)));
    }

    @Test
    void aMilestoneHasTheDayOnWhichItHappenedAndTodayIfNothingElseIsSaid() {
        LocalDate today = desk.clock.today();
        desk.act(order, file -> file.reach(MilestoneName.LOGISTICS_DISPATCHED, today.minusDays(4)));
        desk.act(order, file -> file.reach(MilestoneName.LOGISTICS_ARRIVED));

        List<String> passed = desk.desk.read(order, TestDesk.AUDITOR, file -> file.passed().stream()
                .filter(each -> each.name().value().startsWith("logistics."))
                .map(each -> each.name() + " " + each.on())
                .toList());
        assertThat(passed).containsExactly("logistics.dispatched " + today.minusDays(4), "logistics.arrived " + today);
    }

    @Test
    void machinesAreFoundByTheBeginningOfTheirSerialNumberByWhoSeesTheirOrder() {
        desk.act(order, file -> file.enrol(ONE, 1, BigDecimal.ONE));
        desk.act(submitted(), file -> file.enrol(new SerialNumber("CNC-900-1"), 1, BigDecimal.ONE));

        assertThat(machines.beginning("cnc-500", 10, TestDesk.LINA)).extracting(Machine::serial).containsExactly(ONE);
        assertThat(machines.beginning("CNC", 1, TestDesk.LINA)).hasSize(1);
        assertThat(machines.beginning("CNC", 10, TestDesk.AUDITOR)).hasSize(2);
        assertThat(machines.beginning("CNC", 10, OTHER_REP)).isEmpty();
        assertThat(machines.machine(ONE, OTHER_REP)).isEmpty();
    }

    private OrderNumber submitted() {
        OrderNumber number = desk.register();
        desk.act(number, file -> {
            file.revise(FlowPromises.content(file, 1, 100));
            file.reach(MilestoneName.REVIEW_CLEARED);
        });
        return number;
    }

    private static void assertRefused(Reason reason, Runnable command) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(command::run)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
