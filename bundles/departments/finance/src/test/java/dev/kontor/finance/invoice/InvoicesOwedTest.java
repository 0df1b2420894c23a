package dev.kontor.finance.invoice;

import static dev.kontor.finance.invoice.InvoiceRoom.DAY;
import static dev.kontor.finance.invoice.InvoiceRoom.FIRST;
import static dev.kontor.finance.invoice.InvoiceRoom.SECOND;
import static dev.kontor.finance.invoice.InvoiceRoom.gaps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.task.Task;
import dev.kontor.store.unit.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
@DisplayName("Regulation 7.2: when an invoice is owed, and over what (R-7.9)")
final class InvoicesOwedTest {

    @Parameter
    private Dialect dialect;

    private InvoiceRoom room;

    @BeforeEach
    void open() {
        room = new InvoiceRoom(dialect);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("what the whole order's invoice covers is owed for no instalment any more")
    void theWholeCoversItsParts() {
        room.terms("invoice-first");
        room.look(LocalDate.of(2026, 3, 5));
        assertThat(room.file.openTasks(Invoicing.TASK)).hasSize(1);

        Task whole = room.ask(Invoice.WHOLE);
        assertThat(room.file.openTasks(Invoicing.TASK)).containsExactly(whole);
        room.record(whole, FIRST, "13", "88495.58", "11504.42");
        room.record(whole, SECOND, "6", "10000.00", "600.00");

        room.look(LocalDate.of(2026, 3, 11));

        assertThat(room.file.openTasks(Invoicing.TASK)).isEmpty();
    }

    @Test
    @DisplayName("payment first: no invoice may be asked for before it; when it is paid one is owed by itself")
    void paymentFirst() {
        room.terms("payment-first");

        assertThat(gaps(() -> room.ask(1))).containsExactly("scope");
        room.books.paid(1, Money.cny(30_000), DAY);
        room.books.run(() -> room.books.invoicing.look(room.file));

        assertThat(room.file.openTasks(Invoicing.TASK)).singleElement().satisfies(task -> assertThat(task.subject()).isEqualTo("instalment-1"));
        room.record(room.file.task(Invoicing.TASK, "instalment-1"), FIRST, "13", "26548.67", "3451.33");
        assertThat(room.file.openTasks(Invoicing.TASK)).isEmpty();
    }

    @Test
    @DisplayName("invoice first: one is owed five working days before the due day, not six")
    void invoiceFirst() {
        room.terms("invoice-first");
        room.look(LocalDate.of(2026, 3, 4));
        assertThat(room.file.openTasks(Invoicing.TASK)).isEmpty();

        room.look(LocalDate.of(2026, 3, 5));

        assertThat(room.file.task(Invoicing.TASK, "instalment-1").deadline().orElseThrow().lastDay()).isEqualTo(LocalDate.of(2026, 3, 6));
    }

    @Test
    @DisplayName("the form proposes what is left, in proportion to its rates, to the cent")
    void theFormProposes() {
        Task task = room.ask(1);

        List<Values> rows =
                room.books.read(() -> new RecordInvoice(room.books.invoices, room.books.invoicing).initial(room.file, Optional.of(task))).rows("amounts");

        assertThat(rows.stream()
                        .map(row -> row.number("net").orElseThrow().add(row.number("tax").orElseThrow()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("30000.00");
        assertThat(rows).extracting(row -> row.text("rate")).containsExactly("6", "13");
    }
}
