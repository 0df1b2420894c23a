package dev.kontor.entry;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Paths;
import dev.kontor.entry.need.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is registered of a contract, signed or still to be signed: the fields of the form, and what is wrong with them. */
final class RegistrationForm {

    private RegistrationForm() {}

    /** @param day the field of the day of signing */
    static Field[] fields(List<Field.Option> channels, Field day) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.hidden("subject").optional(),
                number(),
                Field.choice("contract-kind", label("contract-kind"), List.of(
                        new Field.Option("sale", Text.of("entry.contract-kind.sale")),
                        new Field.Option("framework", Text.of("entry.contract-kind.framework")))),
                Field.text("call-off", label("call-off")).optional().withHint(Text.of("entry.hint.call-off")),
                Field.text("customer", label("customer")).suggesting("customer").withClause("3.2"),
                customerNumber(),
                day,
                Field.choice("channel", label("channel"), channels).optional().withClause("3.1"),
                Field.file("contract-file", label("contract-file")).optional()));
        return fields.toArray(Field[]::new);
    }

    static Field number() {
        return Field.text("contract-number", label("contract-number")).withClause("3.2");
    }

    static Field customerNumber() {
        return Field.text("customer-number", label("customer-number")).optional();
    }

    static Field signedOn() {
        return Field.date("signed-on", label("signed-on")).withClause("3.2").withHint(Text.of("entry.hint.signed-on"));
    }

    static Values initial(String subject, Optional<Need> need) {
        return need.map(one -> Paths.values(Map.of("subject", subject, "contract-kind", "sale",
                        "customer", one.customer().isEmpty() ? one.customerName() : one.customer(), "channel", one.channel())))
                .orElse(new Values(Map.of("contract-kind", "sale")));
    }

    static void check(Values values) {
        if (values.text("contract-number").length() > 64) {
            throw Refused.at("contract-number", Text.of("entry.gap.contract-number"));
        }
        if (values.text("contract-kind").equals("framework") && !values.has("call-off")) {
            throw Refused.at("call-off", Text.of("entry.gap.missing", label("call-off")));
        }
    }

    static Customer customer(Customers customers, String typed) {
        Optional<Customer> byId = Optional.of(typed)
                .filter(text -> text.matches("[A-Z0-9][A-Z0-9-]{0,31}"))
                .flatMap(text -> customers.customer(new CustomerId(text)));
        return byId.or(() -> customers.search(typed, 10).stream().filter(one -> one.name().equals(typed)).findFirst())
                .orElseThrow(() -> Refused.at("customer", Text.of("entry.gap.customer", typed)));
    }

    static Text label(String field) {
        return Text.of("entry.field." + field);
    }
}
