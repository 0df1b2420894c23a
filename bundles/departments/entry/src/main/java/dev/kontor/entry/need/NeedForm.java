package dev.kontor.entry.need;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a representative records of a need. Only the customer is demanded; the rest is flagged while it is missing. */
final class NeedForm {

    /** Which departments the form asks besides: one that comes while it is filled in was not asked. */
    static final String ASKED = "asked";

    private NeedForm() {}

    /** @param parts what departments want known besides */
    static Form of(List<Field.Option> channels, List<Form.Section> parts) {
        List<Form.Section> sections = new ArrayList<>();
        sections.add(new Form.Section(Text.plain(""), List.of(
                Field.hidden("subject").optional(),
                Field.hidden(ASKED).optional(),
                Field.text("customer", Text.of("entry.field.customer")).suggesting("customer"),
                Field.choice("channel", Text.of("entry.field.channel"), channels).optional().withClause("3.1"),
                Field.text("model", Text.of("entry.field.model")).suggesting("model").optional().withClause("3.1"),
                Field.number("quantity", Text.of("entry.field.quantity")).optional(),
                Field.longText("parameters", Text.of("entry.field.parameters")).optional()
                        .withHint(Text.of("entry.hint.parameters")),
                Field.date("delivery-date", Text.of("entry.field.delivery-date")).optional(),
                Field.text("delivery-place", Text.of("entry.field.delivery-place")).optional(),
                Field.longText("other", Text.of("entry.field.other")).optional())));
        sections.addAll(parts);
        return new Form(sections, Text.of("entry.need.button"));
    }

    /** A need as typed; what the form does not hold comes from {@code old}. */
    static Need need(String id, Values values, Customers customers, PersonId by, Instant at, Optional<Need> old) {
        String typed = values.text("customer");
        Optional<Customer> known = Optional.of(typed)
                .filter(text -> text.matches("[A-Z0-9][A-Z0-9-]{0,31}"))
                .flatMap(text -> customers.customer(new CustomerId(text)));
        return new Need(id, known.map(customer -> customer.id().value()).orElse(""), known.map(Customer::name).orElse(typed),
                values.text("channel"), values.text("model"), values.text("quantity"), values.text("parameters"),
                values.text("delivery-date"), values.text("delivery-place"), values.text("other"),
                old.map(Need::representative).orElse(by), old.map(Need::order).orElse(""),
                old.map(Need::recordedAt).orElse(at), old.map(Need::version).orElse(0L));
    }
}
