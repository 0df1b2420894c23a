package dev.kontor.production;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.review.OpinionForm;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Production's part of the joint review: feasibility, cycle, material. It cannot clear while an exception is
 * without a solution that both sides agreed to.
 */
@Component
public final class ProductionOpinion implements OpinionForm {

    /** The finding that stands in the way of clearing, by field. */
    private static final Map<String, String> BLOCKING =
            Map.of("feasibility", "not-feasible", "cycle", "too-long", "material", "short");

    private final Exceptions exceptions;

    @Activate
    public ProductionOpinion(@Reference Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public String department() {
        return "production";
    }

    @Override
    public List<Form.Section> sections(OrderView file) {
        return List.of(new Form.Section(
                Text.of("production.findings"),
                List.of(
                        choice("feasibility", "feasible", "special-process", "not-feasible"),
                        choice("cycle", "fits", "tight", "too-long"),
                        choice("material", "available", "to-be-bought", "short"),
                        Field.number("cycle-days", Text.of("production.cycle-days")).optional())));
    }

    @Override
    public void given(OrderFile file, boolean objects, Values values) {
        if (objects) {
            return;
        }
        int unagreed = exceptions.unagreed(file.number()).size();
        if (unagreed > 0) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("production.unagreed", unagreed));
        }
        List<Refused.Gap> gaps = new ArrayList<>();
        boolean none = exceptions.of(file.number()).isEmpty();
        BLOCKING.forEach((field, finding) -> {
            if (values.text(field).equals(finding) && none) {
                gaps.add(new Refused.Gap(field, Text.of("production.needs-exception")));
            }
        });
        if (values.text("feasibility").equals("special-process") && none) {
            gaps.add(new Refused.Gap("feasibility", Text.of("production.needs-exception")));
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
    }

    @Override
    public List<String> reviews() {
        return List.of("lines.model", "lines.quantity", "lines.parameters", "lines.accessories", "delivery");
    }

    private static Field choice(String name, String... values) {
        return Field.choice(
                        name,
                        Text.of("production." + name),
                        Stream.of(values).map(value -> new Field.Option(value, Text.of("production." + name + "." + value))).toList())
                .withClause("4.2");
    }
}
