package dev.kontor.entry.opening;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.text.Text;
import dev.kontor.entry.intake.ImportForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What one row of an opening may carry: what an imported row may, how far the order was, and what had come of it by then. */
final class OpeningForm {

    /** Fields that are no part of the contract. The customer is: it is typed once more in every draft. */
    static final Set<String> OWN = own();

    private OpeningForm() {}

    static Form form() {
        List<Field> fields = ImportForm.fields(text("state").withHint(Text.of("entry.opening.hint-state", String.join(", ", Stage.words()))));
        days().forEach(day -> fields.add(text(day)));
        fields.add(group(RowContent.MACHINES, "serial", "line", "quantity"));
        fields.add(group(RowContent.PAID, "instalment", "amount", "on", "voucher"));
        fields.add(group(RowContent.INVOICES, "instalment", "kind", "code", "number", "amount", "issued-on", "received-on"));
        fields.add(text(RowContent.RECEIVABLE).withHint(Text.of("entry.opening.hint-receivable")));
        fields.add(text("carrier"));
        fields.add(text("waybill"));
        return Form.of(Text.of("entry.opening.add.button"), fields.toArray(Field[]::new));
    }

    private static Set<String> own() {
        Set<String> own = new HashSet<>(ImportForm.OWN);
        own.removeAll(Set.of("customer", "customer-name"));
        own.addAll(days());
        own.addAll(Set.of(RowContent.RECEIVABLE, "carrier", "waybill", "file-name", "file-type", "file-size", "file-digest"));
        return Set.copyOf(own);
    }

    private static List<String> days() {
        return Stream.of(Stage.values()).map(Stage::field).toList();
    }

    private static Field text(String name) {
        return Field.text(name, Text.of("entry.field." + name)).optional();
    }

    private static Field group(String name, String... cells) {
        List<Field> fields = new ArrayList<>();
        for (String cell : cells) {
            fields.add(Field.text(cell, Text.of("entry.field." + name + "." + cell)).optional());
        }
        return Field.group(name, Text.of("entry.field." + name), fields).optional();
    }
}
