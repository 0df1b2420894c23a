package dev.kontor.finance;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpenedOrder.Invoiced;
import dev.kontor.api.opening.OpenedOrder.Paid;
import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.finance.invoice.Invoice;
import dev.kontor.finance.invoice.InvoiceBook;
import dev.kontor.finance.invoice.InvoicesBefore;
import dev.kontor.finance.receipt.Receipt;
import dev.kontor.finance.receipt.ReceiptsBefore;
import dev.kontor.store.unit.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("What a customer had paid and was invoiced before the company began to work here")
final class OpenedOrderTest {

    private static final LocalDate SIGNED = LocalDate.of(2025, 3, 3);
    private static final LocalDate DELIVERED = LocalDate.of(2025, 11, 3);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 9);

    @Parameter
    private Dialect dialect;

    private CollectionRoom room;
    private InvoiceBook invoices;

    /** 500,000: 150,000 after signing, 300,000 a month after dispatch, 50,000 a year after acceptance. */
    @BeforeEach
    void open() {
        room = new CollectionRoom(dialect, anOrder().signedOn(SIGNED).build());
        room.file.setToday(TODAY);
        room.file.file(OpenedOrder.EVIDENCE, CollectionRoom.PAPER);
        room.file.reach(MilestoneName.ENTRY_OPENED, TODAY);
        room.file.reach(MilestoneName.REVIEW_CLEARED, SIGNED);
        room.file.reach(MilestoneName.LOGISTICS_DISPATCHED, LocalDate.of(2025, 10, 31));
        room.file.reach(MilestoneName.LOGISTICS_DELIVERED, DELIVERED);
        invoices = new InvoiceBook(room.store.unit("finance"));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void takeOver(List<Paid> paid, List<Invoiced> issued) {
        FinancePart part = new FinancePart(new ReceiptsBefore(room.receipts), new InvoicesBefore(invoices, room.schedule));
        room.run(() -> part.takeOver(room.file, new OpenedOrder(TODAY, List.of(), List.of(), paid, issued, Map.of())));
    }

    private static Paid paid(int instalment, long yuan, LocalDate on, String voucher) {
        return new Paid(instalment, Money.cny(yuan), on, voucher);
    }

    @Test
    @DisplayName("what is paid is paid when the file arrives: the rest alone is owed, due and dunned, and counts as exposure")
    void what_is_paid_is_paid() {
        takeOver(List.of(paid(1, 150_000, SIGNED.plusDays(8), "V-1"), paid(2, 100_000, DELIVERED, "")), List.of());
        room.clear();

        assertThat(room.due(1).isPaid()).isTrue();
        assertThat(room.due(2).open()).isEqualTo(Money.cny(200_000));
        assertThat(room.due(2).dueOn()).contains(LocalDate.of(2025, 12, 1));
        assertThat(room.read(() -> room.credit.exposures("C-0001"))).singleElement()
                .satisfies(each -> assertThat(each.owed()).isEqualTo(Money.cny(250_000)));
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.FINANCE_COLLECTED);
    }

    @Test
    @DisplayName("an instalment that is late is dunned on its level from today on; nothing that is owed was due before today")
    void nothing_was_due_before_today() {
        takeOver(List.of(paid(1, 150_000, SIGNED.plusDays(8), "V-1")), List.of());
        room.clear();

        List<Task> owed = room.file.openTasks();
        assertThat(owed).extracting(task -> task.kind().value()).containsExactly("finance.dunning-letter");
        assertThat(owed).allSatisfy(task -> assertThat(task.deadline().orElseThrow().lastDay()).isAfter(TODAY));
    }

    @Test
    @DisplayName("an order of which all but retention money is paid is collected as soon as its file arrives")
    void all_paid_is_collected() {
        takeOver(List.of(paid(1, 150_000, SIGNED, "V-1"), paid(2, 300_000, DELIVERED, "V-2")), List.of());
        room.clear();

        assertThat(room.file.milestones()).contains(MilestoneName.FINANCE_COLLECTED);
        assertThat(room.file.openTasks()).isEmpty();
    }

    @Test
    @DisplayName("a claim whose limitation ends soon leaves five working days; one that was barred before the opening violates nothing")
    void old_claims_violate_nothing() {
        assertThat(saving(LocalDate.of(2026, 1, 9)).deadline().orElseThrow().lastDay()).as("ends on the day").isEqualTo(LocalDate.of(2026, 1, 16));
        assertThat(saving(LocalDate.of(2026, 1, 6)).deadline()).as("had ended three days before").isEmpty();
    }

    /** What is to be done about the instalment whose period ends on the day: three years after it fell due. */
    private Task saving(LocalDate ends) {
        room.close();
        room = new CollectionRoom(dialect, anOrder().signedOn(SIGNED.minusYears(4)).paidAs(
                new Instalment(1, "progress", Money.cny(500_000), DueTerm.on(ends.minusYears(3)), "transfer", "")).build());
        room.file.setToday(TODAY);
        room.run(() -> {
            room.file.reach(MilestoneName.ENTRY_OPENED, TODAY);
            room.file.reach(MilestoneName.REVIEW_CLEARED, SIGNED);
        });
        room.clear();
        room.goOnTo(TODAY);
        return room.file.task(new TaskKind("finance.dunning-limitation"), "1");
    }

    @Test
    @DisplayName("an invoice that is registered is said before the opening is signed")
    void a_registered_invoice_stands_against_it() {
        Invoiced invoice = new Invoiced(1, true, "", "25".repeat(10), Money.cny(113_000), SIGNED, Optional.empty());
        OpenedOrder opened = new OpenedOrder(TODAY, List.of(), List.of(), List.of(), List.of(invoice), Map.of());
        FinancePart part = new FinancePart(new ReceiptsBefore(room.receipts), new InvoicesBefore(invoices, room.schedule));
        assertThat(room.read(() -> part.conflicts(opened))).isEmpty();

        takeOver(List.of(), List.of(invoice));

        assertThat(room.read(() -> part.conflicts(opened))).hasSize(1);
    }

    @Test
    @DisplayName("a receipt keeps its number; one that was for two orders, or had none, is told apart by the order")
    void receipts_keep_their_numbers() {
        takeOver(List.of(paid(1, 100_000, SIGNED, "V-1"), paid(1, 50_000, SIGNED, "V-1"), paid(2, 1, SIGNED, "")), List.of());

        assertThat(room.read(() -> room.receipts.of(room.file.number()))).extracting(Receipt::voucher)
                .containsExactlyInAnyOrder("V-1", "V-1 SO-2026-00001-2", "SO-2026-00001-3");
        assertThat(room.read(() -> room.receipts.open(9))).as("flagged as not allocated").isEmpty();
    }

    @Test
    @DisplayName("an invoice is in the register with its tax; what it counts for falls due by the day on which the customer had it")
    void invoices_are_registered() {
        Optional<LocalDate> received = Optional.of(DELIVERED);
        takeOver(List.of(), List.of(new Invoiced(1, true, "", "25".repeat(10), Money.cny(113_000), SIGNED, received)));

        List<Invoice> kept = room.read(() -> invoices.of(room.file.number()));
        assertThat(kept).singleElement().satisfies(invoice -> {
            assertThat(invoice.tax()).isEqualTo(new Money(new BigDecimal("13000.00"), "CNY"));
            assertThat(invoice.receivedOn()).isEqualTo(received);
        });
    }
}
