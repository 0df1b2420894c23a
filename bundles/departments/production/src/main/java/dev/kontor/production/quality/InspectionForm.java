package dev.kontor.production.quality;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.quality.book.BuiltIn;
import dev.kontor.production.quality.book.Characteristic;
import dev.kontor.production.quality.book.Inspection;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.book.InspectionPlan;
import dev.kontor.production.quality.book.Measured;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an inspector fills in: one field for each characteristic, what the machine is made of, what else was found. */
final class InspectionForm {

    private static final List<Field.Option> SEEN = List.of(
            new Field.Option("conforms", Text.of("production.quality.conforms")),
            new Field.Option("does-not", Text.of("production.quality.does-not")));
    private static final int SCALE = 10;
    private static final int DIGITS = 20;

    private InspectionForm() {}

    /**
     * @param batches of which it can be built
     * @param blamable those, and what it is built of already
     */
    static Form of(
            Inspection inspection, InspectionPlan plan, List<Characteristic> characteristics, List<Field.Option> batches,
            List<Field.Option> blamable) {
        Field components = Field.choices("components", Text.of("production.quality.components"), batches)
                .withClause("5.3").withHint(Text.of("production.quality.components-hint"));
        return new Form(
                List.of(
                        new Form.Section(
                                Text.of("production.quality.measured-by", inspection.kind().words(), inspection.serial(), plan.version()),
                                characteristics.stream().map(InspectionForm::field).toList()),
                        new Form.Section(Text.of("production.quality.machine"), List.of(
                                inspection.kind() == InspectionKind.INCOMING ? components : components.optional(),
                                Field.longText("defect", Text.of("production.quality.defect")).optional()
                                        .withHint(Text.of("production.quality.defect-hint")),
                                Field.choice("batch", Text.of("production.quality.blamed"), blamable).optional()
                                        .withHint(Text.of("production.quality.blamed-hint")),
                                Field.longText("remarks", Text.of("production.quality.remarks")).optional()))),
                Text.of("production.quality.inspect-submit"));
    }

    static Field field(Characteristic of) {
        Field field = of.limits().measurable()
                ? Field.number(name(of), Text.plain(of.name()))
                : Field.choice(name(of), Text.plain(of.name()), SEEN);
        return field.withHint(of.limits().words(of.unit())).withClause("5.3");
    }

    private static String name(Characteristic of) {
        return "value-" + of.position();
    }

    /** Of what it was built, as far as that can be chosen. */
    static Values standing(List<BuiltIn> components, List<Delivery> batches) {
        List<String> chosen = components.stream()
                .map(BuiltIn::delivery)
                .filter(id -> Batches.find(batches, id).isPresent())
                .distinct()
                .toList();
        return chosen.isEmpty() ? Values.NONE : new Values(Map.of("components", chosen));
    }

    /** @param inspection its id, or that of a delivery */
    static List<Measured> measured(String inspection, List<Characteristic> characteristics, Values values) {
        List<Refused.Gap> gaps = new ArrayList<>();
        List<Measured> found = new ArrayList<>();
        for (Characteristic each : characteristics) {
            if (!each.limits().measurable()) {
                found.add(Measured.seen(inspection, each, values.text(name(each)).equals("conforms")));
            } else if (fits(values.number(name(each)).orElseThrow())) {
                found.add(Measured.value(inspection, each, values.number(name(each)).orElseThrow()));
            } else {
                gaps.add(new Refused.Gap(name(each), Text.of("production.quality.value-too-long", DIGITS, SCALE)));
            }
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        return found;
    }

    private static boolean fits(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= SCALE && number.precision() - number.scale() <= DIGITS;
    }
}
