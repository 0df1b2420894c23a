package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSort.By;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.people.Role;
import dev.kontor.store.StoreHarness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** However often a word stands, the same orders are found: up to 500 mentions are looked up first, more are asked on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ManyOrdersPromises {

    private static final int MANY = 502;
    private static final String COPIED = "contract, contract_kind, call_off, content, customer, customer_name, signed_on,"
            + " representative, milestone, total, currency, judged, registered_at, version, due_at";

    private TestDesk desk;
    /** The one registered last comes first, as in the list. */
    private final List<OrderNumber> all = new ArrayList<>();

    abstract StoreHarness store();

    @BeforeAll
    void enter() {
        desk = new TestDesk(store());
        desk.run(desk.trade);
        OrderNumber first = desk.register();
        all.add(first);
        for (int i = 1; i < MANY; i++) {
            all.add(new OrderNumber("SO-2099-%05d".formatted(i)));
        }
        List<Object[]> copies = IntStream.range(1, MANY)
                .mapToObj(i -> new Object[] {all.get(i), Long.MAX_VALUE / 2 + i, 0, "copy " + i, first})
                .toList();
        desk.transactions.command(() -> {
            desk.rows.each("insert into kernel_order (number, running, revision, contract_key, " + COPIED + ") select"
                    + " cast(? as varchar(17)), cast(? as bigint), cast(? as integer), cast(? as varchar(200)), " + COPIED
                    + " from kernel_order where number = ?", copies);
            desk.rows.run("delete from kernel_word");
            return true;
        });
        Collections.reverse(all);
        mention("every", all);
        mention("most", all.subList(0, 501));
        mention("half", all.subList(1, 501));
        mention("other", all.subList(501, 502));
        mention("rare", List.of(all.get(3), all.get(400), all.get(501)));
        mention("rarely", List.of(all.get(3)));
        mention("甬", List.of(all.get(7)));
        mention("甬江", List.of(all.get(7), all.get(8)));
        mention("x", List.of(all.get(9)));
        mention("xy", List.of(all.get(10)));
    }

    @AfterAll
    void close() {
        desk.close();
    }

    private void mention(String word, List<OrderNumber> orders) {
        desk.transactions.command(() -> {
            desk.rows.each("insert into kernel_word (order_number, name, word) values (?, ?, ?)",
                    orders.stream().map(order -> new Object[] {order, "test", word}).toList());
            return true;
        });
    }

    private List<OrderNumber> found(OrderFilter filter, OrderSort sort, int limit) {
        List<OrderNumber> found = new ArrayList<>();
        String after = "";
        do {
            Orders.Page page = desk.orders.list(filter, sort, after, limit, TestDesk.LINA);
            page.orders().stream().map(OrderSummary::number).forEach(found::add);
            after = page.next();
        } while (!after.isEmpty());
        return found;
    }

    private List<OrderNumber> found(String words) {
        return found(OrderFilter.ALL.matching(words), OrderSort.NEWEST, 200);
    }

    @Test
    void aWordThatEveryOrderHasFindsEveryOrderOnceNewestFirst() {
        assertThat(found("every")).isEqualTo(all);
        assertThat(found(OrderFilter.ALL.matching("EVERY"), OrderSort.NEWEST, 67)).isEqualTo(all);
        assertThat(found(OrderFilter.ALL.matching("every"), new OrderSort(By.NUMBER, true), 200).get(0)).isEqualTo(all.get(501));
    }

    @Test
    void fiveHundredMentionsAndOneMoreFindTheSameWay() {
        assertThat(found("half")).isEqualTo(all.subList(1, 501));
        assertThat(found("most")).isEqualTo(all.subList(0, 501));
        assertThat(found("half most every")).isEqualTo(all.subList(1, 501));
        assertThat(found(OrderFilter.ALL.matching("half"), OrderSort.NEWEST, 125)).isEqualTo(all.subList(1, 501));
    }

    @Test
    void aSeldomWordBesideOneThatAllHaveFindsTheSameInEitherOrder() {
        List<OrderNumber> rare = List.of(all.get(3), all.get(400), all.get(501));
        assertThat(found("rare")).isEqualTo(rare);
        assertThat(found("rare every")).isEqualTo(rare);
        assertThat(found("every rare")).isEqualTo(rare);
        assertThat(found("rare most")).isEqualTo(rare.subList(0, 2));
        assertThat(found("ＲＡＲＥ　ｅｖｅｒｙ")).as("full width").isEqualTo(rare);
        for (int limit : List.of(1, 2, 3)) {
            assertThat(found(OrderFilter.ALL.matching("every rare"), OrderSort.NEWEST, limit)).as("%d a page", limit).isEqualTo(rare);
        }
    }

    @Test
    void wordsThatNoOrderHasTogetherFindNone() {
        assertThat(found("most other")).isEmpty();
        assertThat(found("half other")).as("both are seldom").isEmpty();
        assertThat(found("every nobody")).isEmpty();
        assertThat(found("nobody")).isEmpty();
    }

    @Test
    void anOrderWithTwoWordsOfOneBeginningIsFoundOnce() {
        assertThat(found("rar")).containsExactly(all.get(3), all.get(400), all.get(501));
        assertThat(found("rarely")).containsExactly(all.get(3));
    }

    @Test
    void aSingleLetterIsAWordOfItsOwnAndNoBeginning() {
        assertThat(found("甬")).containsExactly(all.get(7));
        assertThat(found("甬江")).containsExactly(all.get(7), all.get(8));
        assertThat(found("x")).containsExactly(all.get(9));
        assertThat(found("ｘｙ")).containsExactly(all.get(10));
    }

    @Test
    void ordersThatWaitForARoleOrADepartmentAreFoundBesideAWord() {
        OrderNumber waits = all.get(501);
        OrderFilter role = OrderFilter.ALL.waitingOn(Optional.empty(), Optional.of(Role.SALES_REP));
        OrderFilter trade = OrderFilter.ALL.waitingOn(Optional.of(new DepartmentId("trade")), Optional.empty());
        for (OrderFilter filter : List.of(role, trade)) {
            assertThat(found(filter, OrderSort.NEWEST, 10)).containsExactly(waits);
            assertThat(found(filter.matching("every other"), OrderSort.NEWEST, 10)).containsExactly(waits);
            assertThat(found(filter.matching("most"), OrderSort.NEWEST, 10)).isEmpty();
        }
    }

    @Test
    void aDepartmentThatManyOrdersWaitForIsAskedOfEach() {
        List<Object[]> arrived = IntStream.range(0, 501).mapToObj(i -> new Object[] {all.get(i), i}).toList();
        desk.transactions.command(() -> {
            desk.rows.each("insert into kernel_arrival (order_number, department, revision, running, arrived_at, attempts,"
                    + " failure) values (?, 'busy', 0, ?, 0, 0, '')", arrived);
            return true;
        });
        OrderFilter busy = OrderFilter.ALL.waitingOn(Optional.of(new DepartmentId("busy")), Optional.empty());
        assertThat(found(busy, OrderSort.NEWEST, 200)).isEqualTo(all.subList(0, 501));
        assertThat(found(busy.matching("rare"), OrderSort.NEWEST, 200)).containsExactly(all.get(3), all.get(400));
    }
}
