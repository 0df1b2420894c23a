package dev.kontor.entry.opening;

import dev.kontor.api.form.Values;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpenedOrder.Invoiced;
import dev.kontor.api.opening.OpenedOrder.Numbered;
import dev.kontor.api.opening.OpenedOrder.Paid;
import dev.kontor.api.opening.OpenedOrder.Reached;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.entry.draft.DraftOrder;
import dev.kontor.entry.draft.Paths;
import dev.kontor.entry.draft.PaymentTemplate;
import dev.kontor.entry.intake.SourceRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of a row as what they mean. But for {@link #fields} it is for rows in which {@link RowCheck} found nothing wrong. */
record RowContent(SortedMap<String, String> fields) {

    static final String MACHINES = "machines";
    static final String PAID = "paid";
    static final String INVOICES = "invoices";
    static final String RECEIVABLE = "receivable";

    /** The groups of rows that a contract does not have. */
    static final List<String> GROUPS = List.of(MACHINES, PAID, INVOICES);

    /** As a request brings it, its file aside. */
    static RowContent of(Values values) {
        SortedMap<String, String> fields = Paths.flat(values);
        List.of("source", "row", "columns").forEach(fields::remove);
        PaymentTemplate.fill(fields);
        fields.put("customer", new SourceRow(values).customerId());
        fields.putIfAbsent("currency", "CNY");
        fields.putIfAbsent("contract-kind", Contract.SALE);
        return new RowContent(fields);
    }

    /** What a draft of the order has: the contract alone. */
    SortedMap<String, String> draft() {
        SortedMap<String, String> draft = new TreeMap<>(fields);
        draft.keySet().removeIf(path -> GROUPS.contains(Paths.root(path)) || OpeningForm.OWN.contains(path));
        return draft;
    }

    DraftOrder order() {
        return new DraftOrder(fields);
    }

    Contract contract() {
        return order().contract(List.of());
    }

    Stage stage() {
        return Stage.of(text("state")).orElseThrow();
    }

    Money total() {
        return order().total();
    }

    /** What is not paid (信用占用). */
    Money exposure() {
        return paid().stream().map(Paid::amount).reduce(total(), Money::minus);
    }

    /** As the row states it, for an order of which part was delivered say; else what is not paid of what was delivered (应收账款). */
    Money receivable() {
        if (!text(RECEIVABLE).isEmpty()) {
            return new Money(new BigDecimal(text(RECEIVABLE)).setScale(2), total().currency());
        }
        return stage().hasPassed(Stage.DELIVERED) ? exposure() : Money.zero(total().currency());
    }

    List<Numbered> machines() {
        return Paths.rows(fields, MACHINES).stream()
                .map(row -> new Numbered(SerialNumber.of(row.get("serial")), Integer.parseInt(row.get("line")), quantity(row)))
                .toList();
    }

    static BigDecimal quantity(Map<String, String> row) {
        return new BigDecimal(row.getOrDefault("quantity", "1"));
    }

    List<Paid> paid() {
        return Paths.rows(fields, PAID).stream()
                .map(row -> new Paid(Integer.parseInt(row.get("instalment")), amount(row), LocalDate.parse(row.get("on")),
                        row.getOrDefault("voucher", "")))
                .toList();
    }

    List<Invoiced> invoices() {
        return Paths.rows(fields, INVOICES).stream()
                .map(row -> new Invoiced(Integer.parseInt(row.getOrDefault("instalment", "0")),
                        row.getOrDefault("kind", "special").equals("special"), row.getOrDefault("code", ""), row.get("number"), amount(row),
                        LocalDate.parse(row.get("issued-on")), Optional.ofNullable(row.get("received-on")).map(LocalDate::parse)))
                .toList();
    }

    /** What no other row may carry. */
    List<OpeningRows.Numbered> numbers() {
        List<OpeningRows.Numbered> numbers = new ArrayList<>();
        for (Numbered machine : machines()) {
            String path = Paths.cell(MACHINES, numbers.size(), "serial");
            numbers.add(new OpeningRows.Numbered(OpeningRows.Numbered.MACHINE, machine.serial().value(), path));
        }
        List<Invoiced> invoices = invoices();
        for (int i = 0; i < invoices.size(); i++) {
            String number = (invoices.get(i).code() + " " + invoices.get(i).number()).strip();
            numbers.add(new OpeningRows.Numbered(OpeningRows.Numbered.INVOICE, number, Paths.cell(INVOICES, i, "number")));
        }
        return numbers;
    }

    private Money amount(Map<String, String> row) {
        return new Money(new BigDecimal(row.get("amount")), total().currency());
    }

    /** Reviewed elsewhere: the days on which it was submitted and passed are those of its clearance. */
    OpenedOrder opened(LocalDate asOf) {
        List<Reached> reached = new ArrayList<>();
        LocalDate cleared = day(Stage.CLEARED);
        reached.add(new Reached(MilestoneName.ENTRY_SUBMITTED, cleared));
        reached.add(new Reached(MilestoneName.REVIEW_PASSED, cleared));
        stage().passed().forEach(each -> reached.add(new Reached(each.milestone(), day(each))));
        Map<String, String> more = new TreeMap<>();
        Map.of("carrier", "logistics.carrier", "waybill", "logistics.waybill").forEach((field, name) -> {
            if (!text(field).isEmpty()) {
                more.put(name, text(field));
            }
        });
        return new OpenedOrder(asOf, reached, machines(), paid(), invoices(), more);
    }

    private LocalDate day(Stage stage) {
        return LocalDate.parse(text(stage.field()));
    }

    String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }
}
