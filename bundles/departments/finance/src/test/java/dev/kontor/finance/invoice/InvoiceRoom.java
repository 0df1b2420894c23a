package dev.kontor.finance.invoice;

import static dev.kontor.testkit.AnOrder.anOrder;
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
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.finance.TaxRoom;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeOrderFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An order whose invoices are asked for, recorded, taken back and received; with its rows in a real database. */
final class InvoiceRoom implements AutoCloseable {

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final String FIRST = "25312000000000000001";
    static final String SECOND = "25312000000000000002";
    static final String THIRD = "25312000000000000003";

    final TaxRoom books;
    final FakeOrderFile file;

    /** A cleared order, and a clerk at work. */
    InvoiceRoom(Dialect dialect) {
        books = new TaxRoom(dialect, order());
        file = books.file;
        file.setToday(DAY);
        books.run(() -> file.reach(MilestoneName.REVIEW_CLEARED));
        file.as("tang", Role.FINANCE_CLERK);
    }

    /** 100,000 at 13 % for a machine, 10,600 at 6 % for its installation; an advance, and a rest after the invoice. */
    static Order order() {
        return order(1, Money.cny(30_000), Money.cny(80_600));
    }

    private static Order order(int revision, Money advance, Money rest) {
        Order plain = anOrder().worth(Money.cny(100_000)).signedOn(DAY).build();
        OrderLine service = new OrderLine(
                2, "INST", "Installation", BigDecimal.ONE, "项", Money.cny(10_600), new BigDecimal("6.00"), List.of(), List.of());
        PaymentPlan plan = new PaymentPlan(List.of(
                new Instalment(1, "advance", advance, DueTerm.after("contract-in-force", 0, 10), "transfer", ""),
                new Instalment(2, "progress", rest, DueTerm.after("invoice-received", 0, 30), "transfer", "")));
        return new Order(plain.number(), revision, plain.contract(), plain.customer(), plain.customerName(), plain.contact(),
                List.of(plain.lines().get(0), service), plan, plain.delivery(), plain.terms(), plain.representative(),
                plain.channel(), plain.more());
    }

    /** The order is changed, and cleared. */
    void revise(Money advance, Money rest) {
        file.revise(order(2, advance, rest));
        books.run(() -> file.arrive(books.department, MilestoneName.REVIEW_CLEARED.value()));
    }

    /** The order is cancelled: its tasks end with it, and finance hears of it. */
    void end() {
        books.run(() -> {
            file.openTasks().forEach(task -> file.cancel(task.id(), Text.plain("cancelled")));
            file.reach(MilestoneName.REVIEW_TERMINATED);
            file.arrive(books.department, MilestoneName.REVIEW_TERMINATED.value());
        });
    }

    String id(String number) {
        return books.read(() -> books.invoices.of(file.number()).stream()
                .filter(each -> each.number().number().equals(number))
                .findFirst()
                .orElseThrow()
                .id());
    }

    void terms(String first) {
        run(new SetInvoicing(books.invoices, books.invoicing), Optional.empty(), Map.of("instalment-1", first));
    }

    Task ask(int scope) {
        Map<String, Object> values = Map.of("scope", String.valueOf(scope), "kind", "special");
        return file.task(Invoicing.TASK, run(new RequestInvoice(books.invoices, books.invoicing), Optional.empty(), values).id());
    }

    void record(Task task, String number, String rate, String net, String tax) {
        record(task, number, rate, net, tax, Map.of());
    }

    void record(Task task, String number, String rate, String net, String tax, Map<String, Object> changed) {
        Map<String, Object> values = typed(number, rate, net, tax);
        values.put("kind", "special");
        values.putAll(changed);
        run(new RecordInvoice(books.invoices, books.invoicing), Optional.of(task), values);
    }

    void reverse(String invoice, String number, String net, String tax) {
        reverse(invoice, number, net, tax, DAY);
    }

    void reverse(String invoice, String number, String net, String tax, LocalDate issuedOn) {
        Map<String, Object> values = typed(number, "13", net, tax);
        values.put("issued-on", issuedOn.toString());
        values.putAll(Map.of("reverses", invoice, "reason", "wrong name", "again", "yes"));
        run(new RecordRedLetter(books.invoices, books.invoicing, books.collecting, books.settling), Optional.empty(), values);
    }

    void receive(String invoice, LocalDate day) {
        Map<String, Object> values = Map.of("invoice", invoice, "received-on", day.toString());
        run(new ReceiveInvoice(books.invoices, books.collecting), Optional.empty(), values);
    }

    private static Map<String, Object> typed(String number, String rate, String net, String tax) {
        return new HashMap<>(Map.of(
                "number", number,
                "issued-on", DAY.toString(),
                "amounts", List.of(new Values(Map.of("rate", rate, "net", net, "tax", tax))),
                "original", new Upload("invoice.ofd", "application/ofd", 1, "00")));
    }

    private Answer run(OrderCommand command, Optional<Task> task, Map<String, Object> values) {
        return books.command(() -> command.run(file, task, new Values(values)));
    }

    static List<String> gaps(Runnable attempt) {
        Refused refused = catchThrowableOfType(Refused.class, attempt::run);
        return Optional.ofNullable(refused).stream().flatMap(each -> each.gaps().stream()).map(Refused.Gap::field).toList();
    }

    /** The days pass: what is owed by now is looked at. */
    void look(LocalDate day) {
        file.setToday(day);
        books.run(() -> books.invoicing.look(file));
    }

    @Override
    public void close() {
        books.close();
    }
}
