package dev.kontor.entry.opening;

import dev.kontor.api.document.Upload;
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

    /** Of a machine: the file that proves that it is delivered. */
    static final String EVIDENCE = "evidence";

    /** The groups of rows that a contract does not have. */
    static final List<String> GROUPS = List.of(MACHINES, PAID, INVOICES);

    /** As a request brings it, the contract's file aside. */
    static RowContent of(Values values) {
        SortedMap<String, String> fields = Paths.flat(values);
        List.of("source", "row", "columns").forEach(fields::remove);
        PaymentTemplate.fill(fields);
        fields.put("customer", new SourceRow(values).customerId());
        fields.putIfAbsent("currency", "CNY");
        fields.putIfAbsent("contract-kind", Contract.SALE);
        RowContent content = new RowContent(fields);
        List<Values> machines = values.rows(MACHINES);
        for (int i = 0; i < machines.size(); i++) {
            String path = Paths.cell(MACHINES, i, EVIDENCE + "-");
            machines.get(i).upload(EVIDENCE).ifPresent(file -> content.put(path, file));
        }
        return content;
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
        List<Numbered> machines = new ArrayList<>();
        for (Map<String, String> row : Paths.rows(fields, MACHINES)) {
            machines.add(new Numbered(SerialNumber.of(row.get("serial")), Integer.parseInt(row.get("line")), quantity(row), reached(row),
                    file(Paths.cell(MACHINES, machines.size(), EVIDENCE + "-")), shipping(row)));
        }
        return machines;
    }

    /** Where a machine says its own stage, it has its own days; begun it was with its order. */
    private List<Reached> reached(Map<String, String> machine) {
        Optional<Stage> stage = Stage.of(machine.getOrDefault("state", ""));
        List<Reached> reached = new ArrayList<>();
        stage.ifPresent(far -> {
            reached.add(new Reached(MilestoneName.PRODUCTION_STARTED, day(Stage.STARTED)));
            Stage.OF_A_MACHINE.stream().filter(far::hasPassed)
                    .forEach(each -> reached.add(new Reached(each.milestone(), LocalDate.parse(machine.get(each.field())))));
        });
        return reached;
    }

    private static Map<String, String> shipping(Map<String, String> from) {
        Map<String, String> more = new TreeMap<>();
        for (String field : List.of("carrier", "waybill")) {
            if (!from.getOrDefault(field, "").isBlank()) {
                more.put("logistics." + field, from.get(field).strip());
            }
        }
        return more;
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

    /** Takes a file into the row. @param path of what it belongs to; empty for the contract's */
    void put(String path, Upload file) {
        fields.put(path + "file-name", file.name());
        fields.put(path + "file-type", file.type());
        fields.put(path + "file-size", "" + file.size());
        fields.put(path + "file-digest", file.digest());
    }

    Optional<Upload> file(String path) {
        return text(path + "file-digest").isEmpty()
                ? Optional.empty()
                : Optional.of(new Upload(text(path + "file-name"), text(path + "file-type"), Long.parseLong(text(path + "file-size")),
                        text(path + "file-digest")));
    }

    /** Every file that came with it. */
    List<Upload> files() {
        return fields.keySet().stream()
                .filter(path -> path.endsWith("file-digest"))
                .flatMap(path -> file(path.substring(0, path.length() - "file-digest".length())).stream())
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
        return new OpenedOrder(asOf, reached, machines(), paid(), invoices(), shipping(fields));
    }

    private LocalDate day(Stage stage) {
        return LocalDate.parse(text(stage.field()));
    }

    String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }
}
