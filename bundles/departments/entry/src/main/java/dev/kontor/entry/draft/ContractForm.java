package dev.kontor.entry.draft;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The whole contract as a form. Everything may be left empty until the order is submitted (待补录). */
public final class ContractForm {

    public static final List<String> LINE_UNITS = List.of("台", "套", "件");
    public static final Set<String> CURRENCIES = Set.of("CNY", "USD", "EUR", "JPY", "GBP", "HKD");
    public static final List<String> TERMS =
            List.of("exemption", "breach", "warranty", "dispute", "delivery", "acceptance", "other");
    public static final List<String> INSTALMENTS =
            List.of("advance", "progress", "before-dispatch", "on-arrival", "on-acceptance", "retention");
    public static final List<String> EVENTS =
            List.of("contract-in-force", "pre-acceptance", "ready-to-ship", "dispatch", "arrival", "acceptance", "final-acceptance",
                    "invoice-received", "warranty-end");
    /** Which of the contract's acceptances may be named as delivery. */
    public static final List<String> DELIVERED_WITH = List.of(Acceptance.ARRIVAL.word(), Acceptance.FINAL.word());
    /** In which days a deemed acceptance counts (视为验收, R-6.10). */
    public static final List<String> DEEMED_UNITS = List.of("calendar", "working");
    public static final List<String> MEANS = List.of("transfer", "bank-acceptance-bill", "commercial-acceptance-bill",
            "sight-credit", "usance-credit", "finance-lease");

    private ContractForm() {}

    public static Form of(List<Field.Option> channels) {
        return new Form(sections(channels), Text.of("entry.save.button"));
    }

    public static List<Form.Section> sections(List<Field.Option> channels) {
        List<Form.Section> sections = new ArrayList<>();
        sections.add(section("customer",
                text("contact-name").withClause("3.2"), text("contact-phone"), text("contact-email"),
                Field.choice("channel", label("channel"), channels).optional().withClause("3.1")));
        sections.add(section("lines",
                choice("currency", List.of("CNY", "USD", "EUR", "JPY", "GBP", "HKD")),
                Field.group("lines", label("lines"), lines()).optional().withClause("3.2")));
        sections.add(section("payment",
                Field.choice("plan", label("plan"), PaymentTemplate.options()).optional().withHint(Text.of("entry.hint.plan")),
                Field.group("payment", label("payment"), payment()).optional().withClause("3.2")));
        sections.add(section("delivery",
                Field.date("delivery-date", label("delivery-date")).optional().withClause("3.2"),
                text("delivery-place"), Field.yesNo("partial", label("partial")).optional(),
                Field.yesNo("pre-acceptance", label("pre-acceptance")).optional().withClause("6.2"),
                Field.yesNo("final-acceptance", label("final-acceptance")).optional().withClause("6.2"),
                Field.choice("delivered-with", label("delivered-with"), DELIVERED_WITH.stream()
                                .map(one -> new Field.Option(one, Text.of("entry.delivered-with." + one)))
                                .toList())
                        .optional().withHint(Text.of("entry.hint.delivered-with")).withClause("6.2"),
                Field.number("deemed-days", label("deemed-days")).optional().withHint(Text.of("entry.hint.deemed-days")).withClause("6.2"),
                Field.choice("deemed-unit", label("deemed-unit"), DEEMED_UNITS.stream()
                                .map(one -> new Field.Option(one, Text.of("entry.deemed-unit." + one)))
                                .toList())
                        .optional(),
                Field.yesNo("drawn-signature", label("drawn-signature")).optional().withHint(Text.of("entry.hint.drawn-signature")).withClause("6.2")));
        sections.add(section("terms",
                Field.group("terms", label("terms"), terms()).optional().withClause("3.2")
                        .withHint(Text.of("entry.hint.terms")),
                Field.file("contract-file", label("contract-file")).optional().withHint(Text.of("entry.hint.contract-file"))));
        return sections;
    }

    /** The names of the fields that a person can type. */
    public static Set<String> roots() {
        return sections(List.of()).stream()
                .flatMap(section -> section.fields().stream())
                .map(Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Field> lines() {
        return List.of(
                cell("lines", "model").suggesting("model"), cell("lines", "name"), numberCell("lines", "quantity"),
                cell("lines", "unit"), amountCell("lines", "price"), numberCell("lines", "tax"),
                Field.longText("parameters", Text.of("entry.field.lines.parameters")).optional()
                        .withHint(Text.of("entry.hint.parameters")),
                cell("lines", "accessories").withHint(Text.of("entry.hint.accessories")));
    }

    private static List<Field> payment() {
        return List.of(
                choiceCell("payment", "kind", INSTALMENTS), numberCell("payment", "percent"),
                amountCell("payment", "amount"),
                Field.date("due-day", Text.of("entry.field.payment.due-day")).optional(),
                choiceCell("payment", "due-event", EVENTS), numberCell("payment", "due-months"), numberCell("payment", "due-days"),
                choiceCell("payment", "due-or-event", EVENTS),
                numberCell("payment", "due-or-months").withHint(Text.of("entry.hint.due-or")), numberCell("payment", "due-or-days"),
                choiceCell("payment", "due-which", DueCells.WHICH), choiceCell("payment", "due-unit", DueCells.UNITS),
                choiceCell("payment", "means", MEANS), cell("payment", "payer"));
    }

    private static List<Field> terms() {
        return List.of(choiceCell("terms", "kind", TERMS), cell("terms", "number"),
                Field.longText("words", Text.of("entry.field.terms.words")).optional());
    }

    private static Form.Section section(String heading, Field... fields) {
        return new Form.Section(Text.of("entry.section." + heading), List.of(fields));
    }

    private static Text label(String name) {
        return Text.of("entry.field." + name);
    }

    private static Field text(String name) {
        return Field.text(name, label(name)).optional();
    }

    private static Field choice(String name, List<String> values) {
        return Field.choice(name, label(name), values.stream().map(one -> new Field.Option(one, Text.plain(one))).toList())
                .optional();
    }

    private static Field cell(String group, String name) {
        return Field.text(name, Text.of("entry.field." + group + "." + name)).optional();
    }

    private static Field numberCell(String group, String name) {
        return Field.number(name, Text.of("entry.field." + group + "." + name)).optional();
    }

    private static Field amountCell(String group, String name) {
        return Field.amount(name, Text.of("entry.field." + group + "." + name)).optional();
    }

    private static Field choiceCell(String group, String name, List<String> values) {
        String options = name.endsWith("event") ? "event" : group + "-" + name;
        return Field.choice(name, Text.of("entry.field." + group + "." + name),
                        values.stream().map(one -> new Field.Option(one, Text.of("entry." + options + "." + one))).toList())
                .optional();
    }
}
