package dev.kontor.samples.exportlicence;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.review.OpinionForm;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the export licence department states: whether a licence is needed, and the one that was granted. */
@Component
public final class LicenceOpinion implements OpinionForm {

    @Override
    public String department() {
        return "export-licence";
    }

    @Override
    public List<Form.Section> sections(OrderView file) {
        return List.of(new Form.Section(
                Text.of("export-licence.findings"),
                List.of(
                        Field.yesNo("needed", Text.of("export-licence.needed")).withClause("export-control 12"),
                        Field.text("licence", Text.of("export-licence.licence")).optional(),
                        Field.date("valid-until", Text.of("export-licence.valid-until")).optional())));
    }

    /** Without a licence that outlives the delivery the order is not cleared. */
    @Override
    public void given(OrderFile file, boolean objects, Values values) {
        if (objects || !values.yes("needed")) {
            return;
        }
        if (values.text("licence").isEmpty()) {
            throw Refused.at("licence", Text.of("export-licence.licence-missing"));
        }
        LocalDate delivery = file.order().orElseThrow().delivery().date();
        if (values.date("valid-until").filter(day -> !day.isBefore(delivery)).isEmpty()) {
            throw Refused.at("valid-until", Text.of("export-licence.expires-early", delivery));
        }
        file.index("export-licence", values.text("licence"));
    }

    @Override
    public List<String> reviews() {
        return List.of("customer", "delivery", "lines.model", "lines.parameters");
    }
}
