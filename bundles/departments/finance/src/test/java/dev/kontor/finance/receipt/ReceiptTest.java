package dev.kontor.finance.receipt;

import static dev.kontor.finance.CollectionRoom.gaps;
import static dev.kontor.finance.CollectionRoom.refusal;
import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Violation;
import dev.kontor.api.task.TaskKind;
import dev.kontor.finance.CollectionRoom;
import dev.kontor.finance.schedule.Payment;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 7.2: receipts are posted in time, clear and accurate (R-7.5)")
final class ReceiptTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final TaskKind ALLOCATION = new TaskKind("finance.allocation");

    @Parameter
    private Dialect dialect;

    private CollectionRoom room;

    /** 500,000: 150,000 after signing, 300,000 after dispatch, 50,000 of retention. */
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
    @DisplayName("exactly what is due pays the instalment, its voucher is filed, and nothing is left")
    void exactly() {
        room.receive("V-1", "150000.00", Map.of());

        assertThat(room.due(1).isPaid()).isTrue();
        assertThat(room.due(1).lastReceipt()).contains(DAY);
        assertThat(room.due(2).paid()).isEqualTo(Money.cny(0));
        assertThat(room.file.documents()).extracting(document -> document.kind().value()).containsExactly("finance.receipt");
        assertThat(room.file.openTasks(ALLOCATION)).isEmpty();
    }

    @Test
    @DisplayName("a cent less leaves a cent open")
    void under() {
        room.receive("V-1", "149999.99", Map.of());

        assertThat(room.due(1).open()).isEqualTo(yuan("0.01"));
        assertThat(room.due(1).isPaid()).isFalse();
    }

    @Test
    @DisplayName("a cent more than the order owes is left and flagged, with a deadline, until somebody says what it is for")
    void over() {
        room.receive("V-1", "500000.01", Map.of());

        assertThat(room.dues()).allMatch(due -> due.isPaid());
        assertThat(receipt("V-1").unallocated()).isEqualTo(yuan("0.01"));
        assertThat(room.file.task(ALLOCATION, "V-1").deadline()).isPresent();

        assertThat(gaps(() -> allocate("V-1", Map.of("to", "repaid")))).containsExactly("reason");
        allocate("V-1", Map.of("to", "repaid", "reason", "paid back by V-9"));
        assertThat(room.file.openTasks(ALLOCATION)).isEmpty();
        assertThat(receipt("V-1").repaid()).isEqualTo(yuan("0.01"));
    }

    @Test
    @DisplayName("what falls due first is paid first, and what waits for an event after it; one that is named is paid alone")
    void oldestFirstOrNamed() {
        room.receive("V-1", "160000", Map.of());
        assertThat(List.of(room.due(1).paid(), room.due(2).paid())).containsExactly(Money.cny(150_000), Money.cny(10_000));

        room.receive("V-2", "60000", Map.of("to", "3"));
        assertThat(room.due(3).paid()).isEqualTo(Money.cny(50_000));
        assertThat(receipt("V-2").unallocated()).isEqualTo(Money.cny(10_000));
        allocate("V-2", Map.of("to", "2"));
        assertThat(room.due(2).paid()).isEqualTo(Money.cny(20_000));
        assertThat(gaps(() -> room.receive("V-2", "1", Map.of()))).containsExactly("voucher");
    }

    @Test
    @DisplayName("one that is not allocated at first waits, and is allocated by its task")
    void laterAllocation() {
        room.receive("V-1", "100000", Map.of("to", "none"));
        assertThat(room.due(1).paid()).isEqualTo(Money.cny(0));

        allocate("V-1", Map.of("to", "oldest"));

        assertThat(room.due(1).paid()).isEqualTo(Money.cny(100_000));
        assertThat(room.file.openTasks(ALLOCATION)).isEmpty();
    }

    @Test
    @DisplayName("R-7.5: a receipt is in the contract's currency or in one that the company has; anything else is refused at its field")
    void theCurrencyIsOneThatTheCompanyHas() {
        for (String strange : List.of("XYZ", "XXX", "cny", "CHF", "RMB")) {
            assertThat(gaps(() -> room.receive("V-1", "1000", Map.of("currency", strange)))).as(strange).containsExactly("currency");
        }
        room.receive("V-1", "1000", Map.of("currency", "CNY"));
        assertThat(receipt("V-1").amount()).isEqualTo(yuan("1000"));
    }

    @Test
    @DisplayName("another currency needs a rate of a day, and counts by it, to the cent")
    void anotherCurrency() {
        assertThat(gaps(() -> room.receive("V-1", "1000", Map.of("currency", "USD")))).containsExactly("rate");
        assertThat(gaps(() -> room.receive("V-1", "1000", Map.of("currency", "USD", "rate", "7.1")))).containsExactly("rate-on");
        assertThat(gaps(() -> room.receive("V-1", "1000", Map.of("currency", "USD", "rate", "0", "rate-on", DAY.toString()))))
                .containsExactly("rate");

        room.receive("V-1", "1000.01", Map.of("currency", "USD", "rate", "7.12345678", "rate-on", DAY.toString()));

        assertThat(room.due(1).paid()).isEqualTo(yuan("7123.53"));
        assertThat(receipt("V-1").amount()).isEqualTo(new Money(new BigDecimal("1000.01"), "USD"));
    }

    @Test
    @DisplayName("a wrong allocation is taken back with a reason, stays in the history, and its money is flagged again")
    void reversal() {
        room.receive("V-1", "150000", Map.of());
        String allocation = history().get(0).id();

        reverse(allocation, "meant for the dispatch");

        assertThat(room.due(1).paid()).isEqualTo(Money.cny(0));
        assertThat(history()).singleElement().satisfies(payment -> {
            assertThat(payment.isReversed()).isTrue();
            assertThat(payment.reversedWhy()).isEqualTo("meant for the dispatch");
        });
        assertThat(room.file.planned()).as("it is followed again").containsKey("finance late 1");
        allocate("V-1", Map.of("to", "2"));
        assertThat(room.due(2).paid()).isEqualTo(Money.cny(150_000));
        assertThat(gaps(() -> reverse(allocation, "again"))).containsExactly("allocation");
    }

    @Test
    @DisplayName("what is left is allocated to another order of the customer, and to nobody else's")
    void anotherOrder() {
        room.receive("V-1", "500100", Map.of());
        FakeOrderFile other = room.cleared(anOrder().numbered(2).signedOn(DAY).build());
        FakeOrderFile stranger = room.cleared(anOrder().numbered(3).of("C-0002").signedOn(DAY).build());

        assertThat(gaps(() -> move("V-1", stranger))).containsExactly("order");
        assertThat(gaps(() -> move("V-1", room.file))).containsExactly("order");
        move("V-1", other);

        assertThat(room.read(() -> room.schedule.instalment(other.number(), 1)).orElseThrow().paid()).isEqualTo(Money.cny(100));
        assertThat(room.file.openTasks(ALLOCATION)).isEmpty();
        assertThat(refusal(() -> move("V-1", other))).isNotNull();
    }

    @Test
    @DisplayName("R-7.5: money is recorded on the next working day at the latest; a working day later is a violation")
    void recordedInTime() {
        room.file.setToday(LocalDate.of(2026, 3, 9));
        room.receive("V-1", "1", Map.of("received-on", "2026-03-06"));
        assertThat(violations()).as("it came on Friday").isEmpty();

        room.receive("V-2", "1", Map.of("received-on", "2026-03-05"));
        assertThat(violations()).containsExactly("V-2");
    }

    private List<String> violations() {
        return room.file.decisions().stream()
                .flatMap(decision -> decision.all(Violation.class).stream())
                .map(Violation::occasion)
                .toList();
    }

    private void allocate(String voucher, Map<String, Object> values) {
        room.on(ALLOCATION, voucher, "tang", Role.FINANCE_CLERK, new Allocate(room.receipts, room.schedule, room.posting, room.penalties), values);
    }

    private void reverse(String allocation, String why) {
        room.as("tang", Role.FINANCE_CLERK, new ReverseAllocation(room.receipts, room.schedule, room.posting, room.settling),
                Map.of("allocation", allocation, "reason", why));
    }

    private void move(String voucher, FakeOrderFile to) {
        FakeCompanyFile company = new FakeCompanyFile(DAY, RuleBook.of(List.of())).with(room.file).with(to).as("tang", Role.FINANCE_CLERK);
        room.command(() -> new MoveReceipt(room.receipts, room.posting).run(company,
                new Values(Map.of("subject", receipt(voucher).id(), "order", to.number().value()))));
    }

    private static Money yuan(String amount) {
        return new Money(new BigDecimal(amount), "CNY");
    }

    private Receipt receipt(String voucher) {
        return room.read(() -> room.receipts.byVoucher(voucher)).orElseThrow();
    }

    private List<Payment> history() {
        return room.read(() -> room.schedule.history(room.file.number()));
    }
}
