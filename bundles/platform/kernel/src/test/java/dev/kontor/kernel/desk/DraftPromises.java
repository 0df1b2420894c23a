package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.store.StoreHarness;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A file that begins with the draft of a contract, before there is a signed one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DraftPromises {

    private TestDesk desk;

    abstract StoreHarness store();

    @BeforeAll
    void open() {
        desk = new TestDesk(store());
        desk.run(desk.trade);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    private Contract contract(String number) {
        return new Contract(new ContractNumber(number), Contract.SALE, "", "", desk.clock.today(), List.of());
    }

    private OrderNumber prepare(String number) {
        AtomicReference<OrderNumber> order = new AtomicReference<>();
        desk.platform.onCompany(company ->
                order.set(company.prepare(contract(number), new CustomerId("C-1"), TestDesk.LINA.id()).number()));
        return order.get();
    }

    private Refused refusal(OrderNumber order, String number) {
        return catchThrowableOfType(Refused.class, () -> desk.act(order, file -> file.register(contract(number), true)));
    }

    @Test
    void a_draft_takes_no_contract_number_and_the_first_that_is_signed_does() {
        OrderNumber first = prepare("DR-1");
        OrderNumber second = prepare("DR-1");
        desk.act(second, file -> file.register(contract("DR-1"), true));
        assertThat(refusal(first, " dr-1 ").reason()).isEqualTo(Refused.Reason.CONFLICT);
        assertThat(desk.orders.milestones(first, TestDesk.AUDITOR)).extracting(each -> each.name())
                .containsExactly(MilestoneName.ENTRY_PREPARED);
        assertThat(desk.orders.milestones(second, TestDesk.AUDITOR)).extracting(each -> each.name())
                .containsExactly(MilestoneName.ENTRY_PREPARED, MilestoneName.ENTRY_REGISTERED);
    }

    @Test
    void an_order_registered_by_itself_is_not_held_up_by_a_draft_of_its_number() {
        OrderNumber draft = prepare("DR-2");
        desk.register("DR-2", "k-draft-2", TestDesk.LINA);
        assertThat(refusal(draft, "DR-2").reason()).isEqualTo(Refused.Reason.CONFLICT);
        desk.act(draft, file -> file.register(contract("DR-2b"), true));
    }

    @Test
    void a_file_is_registered_once_and_only_where_it_was_prepared() {
        OrderNumber order = desk.register();
        assertThat(catchThrowableOfType(IllegalStateException.class,
                        () -> desk.act(order, file -> file.register(contract("DR-3"), true))))
                .isNotNull();
    }

    @Test
    void the_draft_in_force_counts_among_the_contracts_only_once_it_is_signed() {
        OrderNumber order = prepare("DR-4");
        desk.act(order, file -> file.revise(FlowPromises.content(file, 1, 100)));
        assertThat(desk.rows("select order_number from kernel_contract where order_number = ?", order)).isEmpty();
        assertThat(desk.orders.summary(order, TestDesk.LINA).orElseThrow().total()).contains(Money.cny(100));
        desk.act(order, file -> file.register(contract("DR-4"), true));
        desk.act(order, file -> file.revise(FlowPromises.content(file, 2, 200)));
        assertThat(desk.rows("select order_number from kernel_contract where order_number = ?", order)).hasSize(1);
        assertThat(refusal(prepare("DR-4"), "DR-4").reason()).isEqualTo(Refused.Reason.CONFLICT);
    }

    @Test
    void departments_hear_of_a_draft_when_it_is_registered_not_before() {
        OrderNumber order = prepare("DR-5");
        assertThat(arrivals(order)).isEmpty();
        desk.act(order, file -> file.register(contract("DR-5"), true));
        assertThat(arrivals(order)).containsExactly("trade");
    }

    @Test
    @DisplayName("R-3.5: a contract number that is corrected afterwards stands in no other's way, whichever of the two is a framework contract")
    void a_corrected_contract_number_is_refused_where_it_is_taken() {
        OrderNumber framework = register(callOff("FR-1", " Ｎo 1"));
        OrderNumber sale = register(contract("SA-1"));
        OrderNumber other = register(callOff("FR-2", "1"));

        assertThat(corrected(sale, contract(" fr-1 "))).as("a sale among call-offs").isEqualTo("kernel.contract-taken-by");
        assertThat(corrected(other, callOff("SA-1", "1"))).as("a call-off of a sale").isEqualTo("kernel.contract-taken-by");
        assertThat(corrected(other, callOff("FR-1", "no1"))).as("the same call-off").isEqualTo("kernel.contract-taken-by");
        assertThat(corrected(other, callOff("FR-1", "no2"))).as("another call-off").isEmpty();
        assertThat(corrected(framework, callOff("fr-1", "no1"))).as("its own").isEmpty();
        assertThat(corrected(sale, contract("SA-2"))).as("a free number").isEmpty();
    }

    private OrderNumber register(Contract signed) {
        OrderNumber order = prepare(signed.number().written());
        desk.act(order, file -> file.register(signed, true));
        return order;
    }

    private Contract callOff(String number, String callOff) {
        return new Contract(new ContractNumber(number), Contract.FRAMEWORK, callOff, "", desk.clock.today(), List.of());
    }

    /** Puts the next revision in force with this contract; answers the key of the refusal, empty if there was none. */
    private String corrected(OrderNumber order, Contract contract) {
        Refused refused = catchThrowableOfType(Refused.class, () -> desk.act(order, file -> {
            Order now = FlowPromises.content(file, file.summary().revision() + 1, 100);
            file.revise(new Order(now.number(), now.revision(), contract, now.customer(), now.customerName(), now.contact(), now.lines(),
                    now.payment(), now.delivery(), now.terms(), now.representative(), now.channel(), now.more()));
        }));
        return refused == null ? "" : refused.words().key();
    }

    private List<String> arrivals(OrderNumber order) {
        return desk.rows("select department from kernel_arrival where order_number = ?", order);
    }
}
