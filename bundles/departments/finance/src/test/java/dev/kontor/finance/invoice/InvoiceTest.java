package dev.kontor.finance.invoice;

import static dev.kontor.finance.invoice.InvoiceRoom.DAY;
import static dev.kontor.finance.invoice.InvoiceRoom.FIRST;
import static dev.kontor.finance.invoice.InvoiceRoom.SECOND;
import static dev.kontor.finance.invoice.InvoiceRoom.THIRD;
import static dev.kontor.finance.invoice.InvoiceRoom.gaps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.document.Upload;
import dev.kontor.api.order.Money;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Query;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
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
@DisplayName("Regulation 7.2: value-added tax and the register of invoices (R-7.9)")
final class InvoiceTest {

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
    @DisplayName("net, tax and total of each rate are the order's, to the cent")
    void theOrdersTaxes() {
        Taxes taxes = Taxes.of(InvoiceRoom.order());

        assertThat(taxes.at(new BigDecimal("13")).net()).isEqualTo(money("88495.58"));
        assertThat(taxes.at(new BigDecimal("13")).tax()).isEqualTo(money("11504.42"));
        assertThat(taxes.at(new BigDecimal("6")).net()).isEqualTo(money("10000.00"));
        assertThat(taxes.total()).isEqualTo(Money.cny(110_600));
    }

    @Test
    @DisplayName("what is asked for becomes a task with a deadline; it is done when all is invoiced, and each original is kept")
    void askedForAndIssued() {
        Task task = room.ask(Invoice.WHOLE);
        assertThat(task.role()).isEqualTo(Role.FINANCE_CLERK);
        assertThat(task.deadline().orElseThrow().lastDay()).isEqualTo(DAY.plusDays(1));

        room.record(task, FIRST, "13", "88495.58", "11504.42");
        assertThat(room.file.openTasks(Invoicing.TASK)).as("the installation is not invoiced yet").hasSize(1);
        room.record(task, SECOND, "6", "10000.00", "600.00");

        assertThat(room.file.openTasks(Invoicing.TASK)).isEmpty();
        assertThat(room.file.documents()).extracting(each -> each.kind().value()).containsExactly("finance.invoice", "finance.invoice");
        assertThat(room.books.read(() -> Taxes.of(InvoiceRoom.order()).minus(room.books.invoices.invoiced(InvoiceRoom.order())).total())).isEqualTo(Money.cny(0));
    }

    @Test
    @DisplayName("one cent more tax than the rate makes of the total is refused at its row")
    void taxMustFitItsRate() {
        Task task = room.ask(Invoice.WHOLE);

        assertThat(gaps(() -> room.record(task, FIRST, "13", "88495.57", "11504.43"))).containsExactly("amounts[0].tax");
        assertThat(gaps(() -> room.record(task, FIRST, "9", "88495.58", "11504.42"))).containsExactly("amounts[0].rate");
        room.record(task, FIRST, "13.0", "88495.58", "11504.42");
    }

    @Test
    @DisplayName("never more than the order has at a rate, nor more than was asked for")
    void neverMore() {
        Task task = room.ask(1);

        assertThat(gaps(() -> room.record(task, FIRST, "6", "10000.01", "600.00"))).containsExactly("amounts");
        assertThat(gaps(() -> room.record(task, FIRST, "13", "26548.68", "3451.33"))).as("a cent more than the instalment").containsExactly("amounts");
        room.record(task, FIRST, "13", "26548.67", "3451.33");

        assertThat(room.file.openTasks(Invoicing.TASK)).isEmpty();
    }

    @Test
    @DisplayName("a number has 20 digits, or a code of 10 or 12 and 8; it is recorded once, and not for a day to come")
    void numbers() {
        Task task = room.ask(Invoice.WHOLE);

        assertThat(gaps(() -> room.record(task, FIRST.substring(1), "6", "100.00", "6.00"))).containsExactly("number");
        assertThat(gaps(() -> room.record(task, "12345678", "6", "100.00", "6.00"))).containsExactly("number");
        room.record(task, FIRST, "6", "100.00", "6.00");
        assertThat(gaps(() -> room.record(task, FIRST, "6", "100.00", "6.00"))).containsExactly("number");
        assertThat(gaps(() -> room.record(task, SECOND, "6", "100.00", "6.00", Map.of("issued-on", DAY.plusDays(1).toString()))))
                .containsExactly("issued-on");
        room.record(task, "12345678", "6", "100.00", "6.00", Map.of("code", "3100123456"));
        assertThat(gaps(() -> room.record(task, "12345678", "6", "100.00", "6.00", Map.of("code", "31001234567")))).containsExactly("number");
        room.record(task, "12345678", "6", "100.00", "6.00", Map.of("code", "310012345678"));
    }

    @Test
    @DisplayName("a picture is no original; the XML of an electronic invoice is")
    void theOriginalIsKept() {
        Task task = room.ask(Invoice.WHOLE);
        Map<String, Object> picture = Map.of("original", new Upload("photo.png", "image/png", 1, "00"));
        Map<String, Object> electronic = Map.of("original", new Upload("invoice.xml", "application/xml", 1, "00"));

        assertThat(gaps(() -> room.record(task, FIRST, "6", "100.00", "6.00", picture))).containsExactly("original");
        room.record(task, FIRST, "6", "100.00", "6.00", electronic);

        assertThat(room.books.file.documents()).extracting(each -> each.name()).contains("invoice.xml");
    }

    @Test
    @DisplayName("a red letter takes back the invoice that it names, never more, and a new invoice makes the sums right again")
    void redLetterThenNewInvoice() {
        Task task = room.ask(Invoice.WHOLE);
        room.record(task, FIRST, "13", "88495.58", "11504.42");
        room.record(task, THIRD, "6", "10000.00", "600.00");
        String first = room.id(FIRST);

        assertThat(gaps(() -> room.reverse(first, SECOND, "88496.46", "11504.54"))).as("a yuan more").containsExactly("amounts");
        room.reverse(first, SECOND, "88495.58", "11504.42");

        assertThat(gaps(() -> room.reverse(first, "25312000000000000009", "0.88", "0.11"))).as("nothing is left of it").containsExactly("reverses");
        assertThat(room.books.read(() -> room.books.invoices.invoiced(InvoiceRoom.order()).total())).isEqualTo(Money.cny(10_600));
        room.record(room.file.task(Invoicing.TASK, "request-2"), "25312000000000000004", "13", "88495.58", "11504.42");
        assertThat(room.books.read(() -> room.books.invoices.invoiced(InvoiceRoom.order()).at(BigDecimal.valueOf(13)).total())).isEqualTo(Money.cny(100_000));
        assertThat(room.file.openTasks(Invoicing.TASK)).isEmpty();
    }

    @Test
    @DisplayName("what stands invoiced of an order that has ended is taken back in full within a day, and nothing of it is invoiced anew")
    void invoicesOfAnEndedOrder() {
        room.record(room.ask(Invoice.WHOLE), FIRST, "13", "88495.58", "11504.42");

        room.end();

        assertThat(room.file.openTasks()).extracting(Task::kind).containsExactly(Invoicing.RED_LETTER);
        assertThat(room.file.openTasks().get(0).deadline()).isPresent();
        room.reverse(room.id(FIRST), SECOND, "44247.79", "5752.21");
        assertThat(room.file.openTasks()).as("half of it stands").hasSize(1);
        room.reverse(room.id(FIRST), THIRD, "44247.79", "5752.21");
        assertThat(room.file.openTasks()).isEmpty();
    }

    @Test
    @DisplayName("of an order that was never invoiced nothing is taken back when it ends")
    void nothingInvoicedOfAnEndedOrder() {
        room.ask(Invoice.WHOLE);

        room.end();

        assertThat(room.file.openTasks()).isEmpty();
    }

    @Test
    @DisplayName("the day on which the customer has the invoice starts the due days that count from it")
    void receivedByTheCustomer() {
        Task task = room.ask(2);
        room.record(task, FIRST, "13", "61946.90", "8053.10");
        room.record(task, SECOND, "6", "10000.00", "600.00");
        room.file.setToday(DAY.plusDays(3));

        assertThat(gaps(() -> room.receive(room.id(FIRST), DAY.minusDays(1)))).containsExactly("received-on");
        assertThat(gaps(() -> room.receive(room.id(FIRST), DAY.plusDays(4)))).containsExactly("received-on");
        room.receive(room.id(FIRST), DAY.plusDays(2));
        assertThat(dueOn()).as("10,600 of it are not invoiced to the customer yet").isEmpty();

        room.receive(room.id(SECOND), DAY.plusDays(1));
        assertThat(dueOn()).as("30 days after the last of its invoices").contains(LocalDate.of(2026, 4, 3));
        room.receive(room.id(FIRST), DAY);
        assertThat(dueOn()).as("the day was mistyped").contains(LocalDate.of(2026, 4, 2));
    }

    @Test
    @DisplayName("R-4.15: invoices that covered an instalment start no due day once a revision makes it larger")
    void countedAgainWithARevision() {
        Task task = room.ask(2);
        room.record(task, FIRST, "13", "61946.90", "8053.10");
        room.record(task, SECOND, "6", "10000.00", "600.00");
        room.receive(room.id(FIRST), DAY);
        room.receive(room.id(SECOND), DAY);
        assertThat(dueOn()).contains(LocalDate.of(2026, 4, 1));

        room.revise(Money.cny(29_999), Money.cny(80_601));

        assertThat(dueOn()).isEmpty();
    }

    @Test
    @DisplayName("a red letter takes back the receipt with the invoice: the instalment waits until the customer has a new one")
    void aRedLetterTakesTheDueDayBack() {
        Task task = room.ask(Invoice.WHOLE);
        room.record(task, FIRST, "13", "88495.58", "11504.42");
        room.record(task, THIRD, "6", "10000.00", "600.00");
        room.receive(room.id(FIRST), DAY);
        room.receive(room.id(THIRD), DAY);
        assertThat(dueOn()).contains(LocalDate.of(2026, 4, 1));

        assertThat(gaps(() -> room.reverse(room.id(FIRST), SECOND, "0.88", "0.11", DAY.minusDays(1)))).containsExactly("issued-on");
        room.reverse(room.id(FIRST), SECOND, "0.88", "0.11", DAY);
        assertThat(dueOn()).isEmpty();

        room.file.setToday(DAY.plusDays(1));
        room.record(room.file.task(Invoicing.TASK, "request-2"), "25312000000000000004", "13", "0.88", "0.11");
        room.receive(room.id("25312000000000000004"), DAY.plusDays(1));
        assertThat(dueOn()).contains(LocalDate.of(2026, 4, 2));
    }

    @Test
    @DisplayName("an invoice is not issued before the contract is signed; on its day it may be")
    void notBeforeTheContract() {
        Task task = room.ask(Invoice.WHOLE);
        LocalDate signed = InvoiceRoom.order().contract().signedOn();

        assertThat(gaps(() -> room.record(task, FIRST, "6", "100.00", "6.00", Map.of("issued-on", signed.minusDays(1).toString()))))
                .containsExactly("issued-on");
        room.record(task, FIRST, "6", "100.00", "6.00", Map.of("issued-on", signed.toString()));
    }

    private Optional<LocalDate> dueOn() {
        return room.books.read(() -> room.books.schedule.instalment(room.file.number(), 2)).orElseThrow().dueOn();
    }

    @Test
    @DisplayName("the register is read in parts, the latest first, each invoice once, and narrowed to a kind")
    void theRegisterInParts() {
        Task task = room.ask(Invoice.WHOLE);
        String next = DAY.plusDays(1).toString();
        room.file.setToday(DAY.plusDays(1));
        room.record(task, FIRST, "6", "100.00", "6.00");
        room.record(task, SECOND, "6", "100.00", "6.00", Map.of("kind", "ordinary", "issued-on", next));
        room.record(task, THIRD, "6", "100.00", "6.00", Map.of("issued-on", next));

        Block.Table first = register(Map.of("rows", "2"));
        Block.Table second = register(Map.of("rows", "2", "after", first.next().replaceAll(".*after=", "")));

        assertThat(first.rows()).hasSize(2);
        assertThat(second.rows()).singleElement().satisfies(row -> assertThat(row.get(1).toString()).contains(FIRST));
        assertThat(second.next()).isEmpty();
        assertThat(register(Map.of("kind", "ordinary")).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get(1).toString()).contains(SECOND));
    }

    private Block.Table register(Map<String, String> address) {
        Query query = new Query(room.file.actor(), List.of(), address);
        return room.books.read(() -> (Block.Table) new InvoicesPage(room.books.invoices).show(query).blocks().get(1));
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), "CNY");
    }
}
