package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpenedOrder.Paid;
import dev.kontor.api.opening.OpenedOrder.Reached;
import dev.kontor.api.opening.OpeningPart;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.kernel.Database;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
@DisplayName("Orders that were under way when the company began are taken over by their departments (R-0.4)")
final class TakingOverTest {

    private static final MilestoneName SHIPPED = new MilestoneName("ghost.shipped");

    private final List<String> called = new ArrayList<>();
    private final TestDesk desk;
    private final LocalDate signed;

    TakingOverTest(Database database) {
        desk = new TestDesk(database.open());
        desk.run(desk.trade);
        signed = desk.clock.today().minusDays(100);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** Reaches its milestones, or does what a forgetful one does: nothing. */
    private class Part implements OpeningPart {

        private final String name;
        private final boolean forgets;
        private final MilestoneName milestone;

        private Part(String name, boolean forgets, MilestoneName milestone) {
            this.name = name;
            this.forgets = forgets;
            this.milestone = milestone;
        }

        @Override
        public Set<MilestoneName> brings() {
            return Set.of(milestone);
        }

        @Override
        public void takeOver(OrderFile file, OpenedOrder opened) {
            called.add(name);
            if (!forgets) {
                opened.on(milestone).ifPresent(day -> file.reach(milestone, day));
            }
        }
    }

    private static OpenedOrder opened(LocalDate asOf, List<Paid> paid, Reached... reached) {
        return new OpenedOrder(asOf, List.of(reached), List.of(), paid, List.of(), Map.of());
    }

    private OrderNumber takeOver(String number, OpenedOrder opened) {
        AtomicReference<OrderNumber> order = new AtomicReference<>();
        desk.platform.onCompany(company -> order.set(company.takeOver(
                        contract(number), new CustomerId("C-1"), TestDesk.LINA.id(), opened,
                        file -> file.revise(FlowPromises.content(file, 1, 100)))
                .number()));
        return order.get();
    }

    private Contract contract(String number) {
        return new Contract(new ContractNumber(number), Contract.SALE, "", "", signed, List.of());
    }

    private OpenedOrder both(List<Paid> paid) {
        return opened(desk.clock.today(), paid,
                new Reached(TradeDepartment.SIGNED, signed.plusDays(3)), new Reached(TradeDepartment.GRANTED, signed.plusDays(9)));
    }

    @Test
    void each_department_brings_in_its_own_the_earliest_first_and_the_order_stands_there_since_those_days() {
        desk.departments.add(new Later());
        desk.departments.add(new Part("signed", false, TradeDepartment.SIGNED));

        OrderNumber order = takeOver("OP-1", both(List.of()));

        assertThat(called).containsExactly("signed", "granted");
        assertThat(desk.orders.milestones(order, TestDesk.AUDITOR)).extracting(Milestone::name, Milestone::on).containsExactly(
                tuple(MilestoneName.ENTRY_REGISTERED, signed),
                tuple(TradeDepartment.SIGNED, signed.plusDays(3)),
                tuple(TradeDepartment.GRANTED, signed.plusDays(9)));
        assertThat(desk.orders.summary(order, TestDesk.AUDITOR).orElseThrow().total()).contains(Money.cny(100));
    }

    /** Of a class of its own, for parts are told apart by their classes. */
    private final class Later implements OpeningPart {

        @Override
        public Set<MilestoneName> brings() {
            return Set.of(TradeDepartment.GRANTED);
        }

        @Override
        public void takeOver(OrderFile file, OpenedOrder opened) {
            called.add("granted");
            assertThat(file.milestones()).contains(TradeDepartment.SIGNED);
            file.reach(TradeDepartment.GRANTED, opened.on(TradeDepartment.GRANTED).orElseThrow());
        }
    }

    @Test
    void where_one_machine_had_come_farther_the_part_of_that_is_needed_too() {
        desk.departments.add(new Part("signed", false, TradeDepartment.SIGNED));
        OpenedOrder farther = new OpenedOrder(desk.clock.today(), List.of(new Reached(TradeDepartment.SIGNED, signed)),
                List.of(new OpenedOrder.Numbered(new SerialNumber("M-1"), 1, BigDecimal.ONE, List.of(new Reached(SHIPPED, signed)),
                        Optional.empty(), Map.of())),
                List.of(), List.of(), Map.of());
        assertThat(catchThrowableOfType(Refused.class, () -> takeOver("OP-11", farther)).reason()).isEqualTo(Refused.Reason.UNAVAILABLE);

        desk.departments.add(new Part("shipped", true, SHIPPED) { });
        takeOver("OP-11", farther);

        assertThat(called).containsExactly("signed", "shipped");
    }

    @Test
    void departments_hear_of_it_as_of_any_order() {
        desk.departments.add(new Part("signed", false, TradeDepartment.SIGNED));

        OrderNumber order = takeOver("OP-2", opened(desk.clock.today(), List.of(), new Reached(TradeDepartment.SIGNED, signed)));

        assertThat(desk.rows("select department from kernel_arrival where order_number = ?", order)).hasSize(1);
    }

    @Test
    void while_a_part_is_missing_nothing_is_opened_for_what_it_would_bring_would_be_lost() {
        desk.departments.add(new Part("signed", false, TradeDepartment.SIGNED));
        OpenedOrder shipped = opened(desk.clock.today(), List.of(), new Reached(TradeDepartment.SIGNED, signed), new Reached(SHIPPED, signed));
        OpenedOrder paid = opened(desk.clock.today(), List.of(new Paid(1, Money.cny(1), signed, "")), new Reached(TradeDepartment.SIGNED, signed));

        for (OpenedOrder opened : List.of(shipped, paid)) {
            Refused refused = catchThrowableOfType(Refused.class, () -> takeOver("OP-3", opened));
            assertThat(refused.reason()).isEqualTo(Refused.Reason.UNAVAILABLE);
        }
        assertThat(called).isEmpty();
        assertThat(desk.rows("select number from kernel_order where contract_key = ?", "OP-3")).isEmpty();
    }

    @Test
    void a_part_that_forgets_its_milestone_keeps_the_order_out() {
        desk.departments.add(new Part("signed", true, TradeDepartment.SIGNED));

        assertThat(catchThrowableOfType(IllegalStateException.class,
                        () -> takeOver("OP-4", opened(desk.clock.today(), List.of(), new Reached(TradeDepartment.SIGNED, signed)))))
                .hasMessageContaining("trade.signed");
        assertThat(desk.rows("select number from kernel_order where contract_key = ?", "OP-4")).isEmpty();
    }

    @Test
    void what_is_taken_is_said_before_anything_is_opened() {
        desk.register("OP-5", "key-op-5", TestDesk.LINA);

        desk.platform.onCompany(company -> {
            assertThat(company.taken(List.of(contract(" op-5 "), contract("OP-6")), List.of(new SerialNumber("M-1")))).hasSize(1);
            assertThat(company.taken(List.of(contract("OP-6")), List.of())).isEmpty();
        });
    }
}
