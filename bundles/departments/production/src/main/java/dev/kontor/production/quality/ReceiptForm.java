package dev.kontor.production.quality;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import dev.kontor.production.quality.book.Characteristic;
import dev.kontor.production.quality.book.Measured;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What an inspector fills in of goods that came: one field for each characteristic, and how many of them do not conform. */
final class ReceiptForm {

    private static final int SCALE = 3;

    private ReceiptForm() {}

    /** @param came what is inspected */
    static Form of(Text came, List<Characteristic> characteristics) {
        List<Form.Section> sections = new ArrayList<>();
        if (!characteristics.isEmpty()) {
            sections.add(new Form.Section(came, characteristics.stream().map(InspectionForm::field).toList()));
        }
        sections.add(new Form.Section(characteristics.isEmpty() ? came : Text.of("production.quality.result"), List.of(
                Field.number("rejected", Text.of("production.purchase.rejected")).withClause("5.3")
                        .withHint(Text.of("production.quality.rejected-hint")),
                Field.longText("defect", Text.of("production.quality.defect")).optional(),
                Field.longText("remarks", Text.of("production.quality.remarks")).optional())));
        return new Form(sections, Text.of("production.quality.inspect-submit"));
    }

    /** The result cannot be that all of it is right with a value out of its limits. */
    static BigDecimal rejected(BigDecimal quantity, List<Measured> found, Values values) {
        BigDecimal rejected = values.number("rejected").orElseThrow();
        if (rejected.signum() < 0 || rejected.stripTrailingZeros().scale() > SCALE || rejected.compareTo(quantity) > 0) {
            throw Refused.at("rejected", Text.of("production.quality.rejected-wrong", plain(quantity)));
        }
        boolean conform = found.stream().allMatch(Measured::conforms);
        if (rejected.signum() == 0 && (!conform || values.has("defect"))) {
            throw Refused.at("rejected", Text.of("production.quality.rejected-none"));
        }
        if (rejected.signum() > 0 && conform && !values.has("defect")) {
            throw Refused.at("defect", Text.of("production.quality.defect-missing"));
        }
        return rejected;
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
