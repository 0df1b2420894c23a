package dev.kontor.finance.invoice;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.order.PaymentPlan;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Query;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.finance.TaxRoom;
import dev.kontor.store.unit.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
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

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String FIRST = "25312000000000000001";
    private static final String SECOND = "25312000000000000002";
    private static final String THIRD = "25312000000000000003";

    @Parameter
    private Dialect dialect;

    private TaxRoom room;

    /** 100,000 at 13 % for a machine, 10,600 at 6 % for its installation; an advance, and a rest after the invoice. */
    @BeforeEach
    void open() {
        room = new TaxRoom(dialect, order());
        room.run(() -> room.file.reach(MilestoneName.REVIEW_CLEARED));
        room.file.as("tang", Role.FINANCE_CLERK);
    }

    private static Order order() {
        Order plain = anOrder().worth(Money.cny(100_000)).build();
        OrderLine service = new OrderLine(
                2, "INST", "Installation", BigDecimal.ONE, "项", Money.cny(10_600), new BigDecimal("6.00"), List.of(), List.of());
        PaymentPlan plan = new PaymentPlan(List.of(
                new Instalment(1, "advance", Money.cny(30_000), DueTerm.after("contract-in-force", 0, 10), "transfer", ""),
                new Instalment(2, "progress", Money.cny(80_600), DueTerm.after("invoice-received", 0, 30), "transfer", "")));
        return new Order(plain.number(), 1, plain.contract(), plain.customer(), plain.customerName(), plain.contact(),
                List.of(plain.lines().get(0), service), plan, plain.delivery(), plain.terms(), plain.representative(),
                plain.channel(), plain.more());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("net, tax and total of each rate are the order's, to the cent")
    void theOrdersTaxes() {
        Taxes taxes = Taxes.of(order());

        assertThat(taxes.at(new BigDecimal("13")).net()).isEqualTo(money("88495.58"));
        assertThat(taxes.at(new BigDecimal("13")).tax()).isEqualTo(money("11504.42"));
        assertThat(taxes.at(new BigDecimal("6")).net()).isEqualTo(money("10000.00"));
        assertThat(taxes.total()).isEqualTo(Money.cny(110_600));
    }

    @Test
    @DisplayName("what is asked for becomes a task with a deadline; it is done when all is invoiced, and each original is kept")
    void askedForAndIssued() {
        Task task = ask(Invoice.WHOLE);
        assertThat(task.role()).isEqualTo(Role.FINANCE_CLERK);
        assertThat(task.deadline().orElseThrow().lastDay()).isEqualTo(DAY.plusDays(1));

        record(task, FIRST, "13", "88495.58", "11504.42");
        assertThat(room.file.openTasks(Invoicing.TASK)).as("the installation is not invoiced yet").hasSize(1);
        record(task, SECOND, "6", "10000.00", "600.00");

        assertThat(room.file.openTasks(Invoicing.TASK)).isEmpty();
        assertThat(room.file.documents()).extracting(each -> each.kind().value()).containsExactly("finance.invoice", "finance.invoice");
        assertThat(room.read(() -> Taxes.of(order()).minus(room.invoices.invoiced(order())).total())).isEqualTo(Money.cny(0));
    }

    @Test
    @DisplayName("one cent more tax than the rate makes of the total is refused at its row")
    void taxMustFitItsRate() {
        Task task = ask(Invoice.WHOLE);

        assertThat(gaps(() -> record(task, FIRST, "13", "88495.57", "11504.43"))).containsExactly("amounts[0].tax");
        assertThat(gaps(() -> record(task, FIRST, "9", "88495.58", "11504.42"))).containsExactly("amounts[0].rate");
        record(task, FIRST, "13.0", "88495.58", "11504.42");
    }

    @Test
    @DisplayName("never more than the order has at a rate, nor more than was asked for")
    void neverMore() {
        Task task = ask(1);

        assertThat(gaps(() -> record(task, FIRST, "6", "10000.01", "600.00"))).containsExactly("amounts");
        assertThat(gaps(() -> record(task, FIRST, "13", "26548.68", "3451.33"))).as("a cent more than the instalment").containsExactly("amounts");
        record(task, FIRST, "13", "26548.67", "3451.33");

        assertThat(room.file.openTasks(Invoicing.TASK)).isEmpty();
    }

    @Test
    @DisplayName("a number has 20 digits, or a code of 10 or 12 and 8; it is recorded once, and not for a day to come")
    void numbers() {
        Task task = ask(Invoice.WHOLE);

        assertThat(gaps(() -> record(task, FIRST.substring(1), "6", "100.00", "6.00"))).containsExactly("number");
        assertThat(gaps(() -> record(task, "12345678", "6", "100.00", "6.00"))).containsExactly("number");
        record(task, FIRST, "6", "100.00", "6.00");
        assertThat(gaps(() -> record(task, FIRST, "6", "100.00", "6.00"))).containsExactly("number");
        assertThat(gaps(() -> record(task, SECOND, "6", "100.00", "6.00", Map.of("issued-on", DAY.plusDays(1).toString()))))
                .containsExactly("issued-on");
        record(task, "12345678", "6", "100.00", "6.00", Map.of("code", "3100123456"));
        assertThat(gaps(() -> record(task, "12345678", "6", "100.00", "6.00", Map.of("code", "31001234567")))).containsExactly("number");
        record(task, "12345678", "6", "100.00", "6.00", Map.of("code", "310012345678"));
    }

    @Test
    @DisplayName("a picture is no original; the XML of an electronic invoice is")
    void theOriginalIsKept() {
        Task task = ask(Invoice.WHOLE);
        Map<String, Object> picture = Map.of("original", new Upload("photo.png", "image/png", 1, "00"));
        Map<String, Object> electronic = Map.of("original", new Upload("invoice.xml", "application/xml", 1, "00"));

        assertThat(gaps(() -> record(task, FIRST, "6", "100.00", "6.00", picture))).containsExactly("original");
        record(task, FIRST, "6", "100.00", "6.00", electronic);

        assertThat(room.file.documents()).extracting(each -> each.name()).contains("invoice.xml");
    }

    @Test
    @DisplayName("a red letter takes back the invoice that it names, never more, and a new invoice makes the sums right again")
    void redLetterThenNewInvoice() {
        Task task = ask(Invoice.WHOLE);
        record(task, FIRST, "13", "88495.58", "11504.42");
        record(task, THIRD, "6", "10000.00", "600.00");
        String first = id(FIRST);

        assertThat(gaps(() -> reverse(first, SECOND, "88496.46", "11504.54"))).as("a yuan more").containsExactly("amounts");
        reverse(first, SECOND, "88495.58", "11504.42");

        assertThat(gaps(() -> reverse(first, "25312000000000000009", "0.88", "0.11"))).as("nothing is left of it").containsExactly("reverses");
        assertThat(room.read(() -> room.invoices.invoiced(order()).total())).isEqualTo(Money.cny(10_600));
        record(room.file.task(Invoicing.TASK, "request-2"), "25312000000000000004", "13", "88495.58", "11504.42");
        assertThat(room.read(() -> room.invoices.invoiced(order()).at(BigDecimal.valueOf(13)).total())).isEqualTo(Money.cny(100_000));
        assertThat(room.file.openTasks(Invoicing.TASK)).isEmpty();
    }

    @Test
    @DisplayName("the day on which the customer has the invoice starts the due days that count from it")
    void receivedByTheCustomer() {
        record(ask(Invoice.WHOLE), FIRST, "13", "88495.58", "11504.42");
        room.file.setToday(DAY.plusDays(3));

        assertThat(gaps(() -> receive(id(FIRST), DAY.minusDays(1)))).containsExactly("received-on");
        assertThat(gaps(() -> receive(id(FIRST), DAY.plusDays(4)))).containsExactly("received-on");
        receive(id(FIRST), DAY.plusDays(2));

        assertThat(room.read(() -> room.schedule.instalment(room.file.number(), 2)).orElseThrow().dueOn()).contains(LocalDate.of(2026, 4, 3));
        assertThat(gaps(() -> receive(id(FIRST), DAY.plusDays(2)))).as("once").containsExactly("invoice");
    }

    @Test
    @DisplayName("what the whole order's invoice covers is owed for no instalment any more")
    void theWholeCoversItsParts() {
        terms("invoice-first");
        room.file.setToday(LocalDate.of(2026, 3, 5));
        room.run(() -> room.invoicing.look(room.file));
        assertThat(room.file.openTasks(Invoicing.TASK)).hasSize(1);

        Task whole = ask(Invoice.WHOLE);
        assertThat(room.file.openTasks(Invoicing.TASK)).containsExactly(whole);
        record(whole, FIRST, "13", "88495.58", "11504.42");
        record(whole, SECOND, "6", "10000.00", "600.00");

        room.file.setToday(LocalDate.of(2026, 3, 11));
        room.run(() -> room.invoicing.look(room.file));

        assertThat(room.file.openTasks(Invoicing.TASK)).isEmpty();
    }

    @Test
    @DisplayName("payment first: no invoice may be asked for before it; when it is paid one is owed by itself")
    void paymentFirst() {
        terms("payment-first");

        assertThat(gaps(() -> ask(1))).containsExactly("scope");
        room.paid(1, Money.cny(30_000), DAY);
        room.run(() -> room.invoicing.look(room.file));

        assertThat(room.file.openTasks(Invoicing.TASK)).singleElement().satisfies(task -> assertThat(task.subject()).isEqualTo("instalment-1"));
        record(room.file.task(Invoicing.TASK, "instalment-1"), FIRST, "13", "26548.67", "3451.33");
        assertThat(room.file.openTasks(Invoicing.TASK)).isEmpty();
    }

    @Test
    @DisplayName("invoice first: one is owed five working days before the due day, not six")
    void invoiceFirst() {
        terms("invoice-first");
        room.file.setToday(LocalDate.of(2026, 3, 4));
        room.run(() -> room.invoicing.look(room.file));
        assertThat(room.file.openTasks(Invoicing.TASK)).isEmpty();

        room.file.setToday(LocalDate.of(2026, 3, 5));
        room.run(() -> room.invoicing.look(room.file));

        assertThat(room.file.task(Invoicing.TASK, "instalment-1").deadline().orElseThrow().lastDay()).isEqualTo(LocalDate.of(2026, 3, 6));
    }

    @Test
    @DisplayName("the form proposes what is left, in proportion to its rates, to the cent")
    void theFormProposes() {
        Task task = ask(1);

        List<Values> rows =
                room.read(() -> new RecordInvoice(room.invoices, room.invoicing).initial(room.file, Optional.of(task))).rows("amounts");

        assertThat(rows.stream()
                        .map(row -> row.number("net").orElseThrow().add(row.number("tax").orElseThrow()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("30000.00");
        assertThat(rows).extracting(row -> row.text("rate")).containsExactly("6", "13");
    }

    @Test
    @DisplayName("the register is read in parts, the latest first, each invoice once, and narrowed to a kind")
    void theRegisterInParts() {
        Task task = ask(Invoice.WHOLE);
        record(task, FIRST, "6", "100.00", "6.00", Map.of("issued-on", DAY.minusDays(1).toString()));
        record(task, SECOND, "6", "100.00", "6.00", Map.of("kind", "ordinary"));
        record(task, THIRD, "6", "100.00", "6.00");

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
        return room.read(() -> (Block.Table) new InvoicesPage(room.invoices).show(query).blocks().get(1));
    }

    private String id(String number) {
        return room.read(() -> room.invoices.of(room.file.number()).stream()
                .filter(each -> each.number().number().equals(number))
                .findFirst()
                .orElseThrow()
                .id());
    }

    private void terms(String first) {
        run(new SetInvoicing(room.invoices, room.invoicing), Optional.empty(), Map.of("instalment-1", first));
    }

    private Task ask(int scope) {
        Map<String, Object> values = Map.of("scope", String.valueOf(scope), "kind", "special");
        return room.file.task(Invoicing.TASK, run(new RequestInvoice(room.invoices, room.invoicing), Optional.empty(), values).id());
    }

    private void record(Task task, String number, String rate, String net, String tax) {
        record(task, number, rate, net, tax, Map.of());
    }

    private void record(Task task, String number, String rate, String net, String tax, Map<String, Object> changed) {
        Map<String, Object> values = typed(number, rate, net, tax);
        values.put("kind", "special");
        values.putAll(changed);
        run(new RecordInvoice(room.invoices, room.invoicing), Optional.of(task), values);
    }

    private void reverse(String invoice, String number, String net, String tax) {
        Map<String, Object> values = typed(number, "13", net, tax);
        values.putAll(Map.of("reverses", invoice, "reason", "wrong name", "again", "yes"));
        run(new RecordRedLetter(room.invoices, room.invoicing), Optional.empty(), values);
    }

    private void receive(String invoice, LocalDate day) {
        Map<String, Object> values = Map.of("invoice", invoice, "received-on", day.toString());
        run(new ReceiveInvoice(room.invoices, room.schedule, room.collecting), Optional.empty(), values);
    }

    private static Map<String, Object> typed(String number, String rate, String net, String tax) {
        return new HashMap<>(Map.of(
                "number", number,
                "issued-on", DAY.toString(),
                "amounts", List.of(new Values(Map.of("rate", rate, "net", net, "tax", tax))),
                "original", new Upload("invoice.ofd", "application/ofd", 1, "00")));
    }

    private Answer run(OrderCommand command, Optional<Task> task, Map<String, Object> values) {
        return room.command(() -> command.run(room.file, task, new Values(values)));
    }

    private static List<String> gaps(Runnable attempt) {
        Refused refused = catchThrowableOfType(Refused.class, attempt::run);
        return Optional.ofNullable(refused).stream().flatMap(each -> each.gaps().stream()).map(Refused.Gap::field).toList();
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), "CNY");
    }
}
