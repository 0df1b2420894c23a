package dev.kontor.finance.page;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.finance.CollectionRoom;
import dev.kontor.finance.SeenOrders;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.StillClock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 7.1, 7.2: what finance sees of collection (R-7.1, R-7.3, R-7.5)")
final class CollectionPagesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Person TANG = new Person(new PersonId("tang"), "Tang", Set.of(Role.FINANCE_CLERK), "en");

    @Parameter
    private Dialect dialect;

    private CollectionRoom room;

    @BeforeEach
    void open() {
        room = new CollectionRoom(dialect, anOrder().signedOn(DAY).build());
        room.clear();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("what is due within a week and what is late stands below, the oldest first, with what to do next")
    void receivables() {
        assertThat(rows(receivables("2026-03-04"), 2)).as("the eighth day before").isEmpty();
        assertThat(rows(receivables("2026-03-05"), 2)).as("the seventh").hasSize(1);

        room.goOnTo(LocalDate.of(2026, 4, 11));

        assertThat(((Cell.Link) rows(receivables("2026-04-11"), 2).get(0).get(6)).text().key()).isEqualTo("finance.dunning.level.letter");
    }

    @Test
    @DisplayName("R-7.3: a promise is shown up to its day, and as not kept from the day behind it")
    void promises() {
        room.run(() -> room.rows.find(room.file.number(), 1).orElseThrow().promise(LocalDate.of(2026, 3, 10)));

        assertThat(rows(receivables("2026-03-10"), 2).get(0).get(5).toString()).contains("finance.dunning.promised").doesNotContain("not-kept");
        assertThat(rows(receivables("2026-03-11"), 2).get(0).get(5).toString()).contains("finance.dunning.promised-not-kept");
    }

    @Test
    @DisplayName("policy 13: all that is owed stands by its days late, whatever dunning decided last; what waits for its day is not due")
    void ages() {
        assertThat(beams("2026-03-12")).containsExactly("finance.schedule.state-open[] CNY 500000.00");
        assertThat(beams("2026-03-13")).containsExactly("finance.schedule.state-open[] CNY 350000.00", "finance.schedule.late-from-to[1, 30] CNY 150000.00");
        assertThat(beams("2026-04-11")).last().isEqualTo("finance.schedule.late-from-to[1, 30] CNY 150000.00");
        assertThat(beams("2026-04-12")).last().isEqualTo("finance.schedule.late-from-to[31, 60] CNY 150000.00");
        assertThat(beams("2027-03-12")).last().isEqualTo("finance.schedule.late-from-to[181, 365] CNY 150000.00");
        assertThat(beams("2027-03-13")).last().isEqualTo("finance.schedule.late-more[365] CNY 150000.00");
    }

    private List<String> beams(String today) {
        return beams(receivables(today));
    }

    private static List<String> beams(View view) {
        return view.blocks().stream()
                .filter(Block.Chart.class::isInstance)
                .flatMap(chart -> ((Block.Chart) chart).beams().stream())
                .map(beam -> beam.name().key() + beam.name().arguments() + " " + beam.amount())
                .toList();
    }

    @Test
    @DisplayName("receivables are those of a customer or a representative, if asked for; a representative sees those of the own orders alone")
    void narrowed() {
        room.cleared(anOrder().numbered(2).of("C-0002").worth(Money.cny(100)).signedOn(DAY).build());

        assertThat(beams(show("2026-03-12", Map.of()))).containsExactly("finance.schedule.state-open[] CNY 500100.00");
        assertThat(beams(show("2026-03-12", Map.of("customer", "C-0002")))).containsExactly("finance.schedule.state-open[] CNY 100.00");
        assertThat(beams(show("2026-03-12", Map.of("representative", "lina")))).containsExactly("finance.schedule.state-open[] CNY 500000.00");
        assertThat(beams(show("2026-03-12", Map.of("representative", "zhao")))).isEmpty();
        assertThat(rows(show("2026-03-12", Map.of("customer", "C-0002")), 2)).hasSize(1);

        Person lina = new Person(new PersonId("lina"), "Lina", Set.of(Role.SALES_REP), "en");
        assertThat(beams(show(lina, "2026-03-12", Map.of("representative", "zhao")))).containsExactly("finance.schedule.state-open[] CNY 500000.00");
        Person zhao = new Person(new PersonId("zhao"), "Zhao", Set.of(Role.SALES_REP), "en");
        assertThat(beams(show(zhao, "2026-03-12", Map.of()))).isEmpty();
        assertThat(rows(show(zhao, "2026-03-12", Map.of()), 1)).isEmpty();
    }

    @Test
    @DisplayName("a part of the list goes on behind its last row, and says nothing twice")
    void parts() {
        for (long number = 2; number <= 4; number++) {
            room.cleared(anOrder().numbered(number).signedOn(DAY).build());
        }

        View first = show("2026-03-20", Map.of("rows", "3"));
        Block.Table list = (Block.Table) first.blocks().get(2);
        Map<String, String> next = parameters(list.next());
        View second = show("2026-03-20", next);

        assertThat(list.rows()).hasSize(3);
        assertThat(rows(second, 0)).hasSize(1).doesNotContainAnyElementsOf(list.rows());
    }

    @Test
    @DisplayName("receipts stand with the latest first, what is not allocated above them with the way to another order")
    void receipts() {
        record("V-1", "150000", DAY);
        record("V-2", "400000", DAY.plusDays(1));

        View view = room.read(() -> new ReceiptsPage(room.receipts).show(new Query(TANG, List.of(), Map.of("rows", "1"))));

        assertThat(rows(view, 0)).singleElement().satisfies(row -> assertThat(row.get(7)).isInstanceOf(Cell.Link.class));
        Block.Table all = (Block.Table) view.blocks().get(1);
        assertThat(voucher(all.rows().get(0))).isEqualTo("V-2");
        View behind = room.read(() -> new ReceiptsPage(room.receipts).show(new Query(TANG, List.of(), parameters(all.next()))));
        assertThat(voucher(rows(behind, 0).get(0))).isEqualTo("V-1");
    }

    @Test
    @DisplayName("the order's page shows schedule, receipts and allocations; who owes work of collection sees the schedule first")
    void theTab() {
        record("V-1", "100", DAY);
        ScheduleTab tab = new ScheduleTab(room.schedule, new ReceiptBlocks(room.receipts, room.schedule),
                new DunningBlocks(room.dunningBook, room.releases), new GuaranteeBlock(room.guarantees));

        assertThat(room.read(() -> tab.show(room.file))).hasSize(3);
        assertThat(room.read(() -> tab.brief(room.file))).isEmpty();
        room.goOnTo(LocalDate.of(2026, 3, 13));
        room.file.as("lina", Role.SALES_REP);
        assertThat(room.read(() -> tab.brief(room.file))).hasSize(1);
        room.file.as("qian", Role.PRODUCTION_PLANNER);
        assertThat(room.read(() -> tab.brief(room.file))).isEmpty();
    }

    @Test
    @DisplayName("the customer's page shows what it owes with a day, of every order")
    void theCustomer() {
        room.passed(MilestoneName.LOGISTICS_DISPATCHED, LocalDate.of(2026, 4, 1));
        ReceivablesPart part = new ReceivablesPart(room.rows, clock("2026-04-01"));

        List<Block> blocks = room.read(() -> part.show(new CustomerId("C-0001"), TANG));

        assertThat(((Block.Table) blocks.get(0)).rows()).hasSize(2);
        assertThat(room.read(() -> part.show(new CustomerId("C-0002"), TANG))).isEmpty();
    }

    private View receivables(String today) {
        return show(today, Map.of());
    }

    private View show(String today, Map<String, String> parameters) {
        return show(TANG, today, parameters);
    }

    private View show(Person reader, String today, Map<String, String> parameters) {
        SeenOrders orders = new SeenOrders(room.file.number());
        ReceivablesPage page = new ReceivablesPage(new Receivables(room.store.unit("finance")), orders, clock(today));
        return room.read(() -> page.show(new Query(reader, List.of(), parameters)));
    }

    private static StillClock clock(String today) {
        return new StillClock(() -> LocalDate.parse(today).atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    }

    private static List<List<Cell>> rows(View view, int block) {
        return ((Block.Table) view.blocks().get(block)).rows();
    }

    private static String voucher(List<Cell> row) {
        return ((Cell.Link) row.get(1)).text().arguments().get(0).toString();
    }

    private static Map<String, String> parameters(String address) {
        return Arrays.stream(address.substring(address.indexOf('?') + 1).split("&"))
                .map(each -> each.split("="))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
    }

    private void record(String voucher, String amount, LocalDate day) {
        room.file.setToday(day);
        room.receive(voucher, amount, Map.of("to", "1"));
    }
}
