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
        fields.add(machines());
        fields.add(group(RowContent.PAID, "instalment", "amount", "on", "voucher"));
        fields.add(group(RowContent.INVOICES, "instalment", "kind", "code", "number", "amount", "issued-on", "received-on"));
        fields.add(text(RowContent.RECEIVABLE).withHint(Text.of("entry.opening.hint-receivable")));
        fields.add(text("carrier"));
        fields.add(text("waybill"));
        return Form.of(Text.of("entry.opening.add.button"), fields.toArray(Field[]::new));
    }

    /** Where machines stand in different stages, each says its own. */
    private static Field machines() {
        List<Field> cells = new ArrayList<>(cells(RowContent.MACHINES, "serial", "line", "quantity", "state"));
        cells.addAll(cells(RowContent.MACHINES, Stage.OF_A_MACHINE.stream().map(Stage::field).toArray(String[]::new)));
        cells.addAll(cells(RowContent.MACHINES, "carrier", "waybill"));
        cells.add(Field.file(RowContent.EVIDENCE, Text.of("entry.field.machines.evidence")).optional());
        return Field.group(RowContent.MACHINES, Text.of("entry.field.machines"), cells).optional()
                .withHint(Text.of("entry.opening.hint-machines", String.join(", ", MachinesCheck.STATES)));
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
        return Field.group(name, Text.of("entry.field." + name), cells(name, cells)).optional();
    }

    private static List<Field> cells(String group, String... names) {
        return Stream.of(names).map(name -> Field.text(name, Text.of("entry.field." + group + "." + name)).optional()).toList();
    }
}
