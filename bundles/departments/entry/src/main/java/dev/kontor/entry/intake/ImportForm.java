package dev.kontor.entry.intake;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Field.Kind;
import dev.kontor.api.form.Form;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.ContractForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What one imported row may carry: the fields of registration and of the contract, all as text, so that whatever is
 * wrong is named by its column and a draft keeps what the source had.
 */
public final class ImportForm {

    /** Fields that say where and how, and are no part of the contract. */
    public static final Set<String> OWN = Set.of("source", "row", "state", "representative", "columns", "customer", "customer-name",
            "country", "address", "credit-code");

    private ImportForm() {}

    static Form form() {
        List<Field> fields = fields(Field.choice("state", label("import-state"), List.of(
                option("registered"), option("draft"), option("submitted"))));
        return Form.of(Text.of("entry.import.button"), fields.toArray(Field[]::new));
    }

    /** @param state in which how far the order is, is said */
    public static List<Field> fields(Field state) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("source", label("source")));
        fields.add(Field.text("row", label("row")));
        fields.add(state);
        fields.add(Field.text("representative", label("representative")).suggesting("person"));
        fields.add(Field.longText("columns", label("columns")).optional().withHint(Text.of("entry.hint.columns")));
        for (String name : List.of("contract-number", "contract-kind", "call-off", "customer-number", "signed-on", "customer",
                "customer-name", "country", "address", "credit-code")) {
            fields.add(Field.text(name, label(name)).optional());
        }
        ContractForm.sections(List.of()).forEach(section -> section.fields().forEach(field -> fields.add(asText(field))));
        return fields;
    }

    private static Field.Option option(String state) {
        return new Field.Option(state, Text.of("entry.import-state." + state));
    }

    private static Field asText(Field field) {
        Kind kind = switch (field.kind()) {
            case GROUP, FILE, LONG_TEXT -> field.kind();
            case TEXT, NUMBER, AMOUNT, DATE, CHOICE, CHOICES, YES_NO, PASSWORD, HIDDEN -> Kind.TEXT;
        };
        return new Field(field.name(), field.label(), kind, false, field.hint(), field.clause(), List.of(),
                field.fields().stream().map(ImportForm::asText).toList(), "");
    }

    private static Text label(String name) {
        return Text.of("entry.field." + name);
    }
}
