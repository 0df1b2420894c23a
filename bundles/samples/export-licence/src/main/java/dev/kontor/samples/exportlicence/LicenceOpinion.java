package dev.kontor.samples.exportlicence;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.review.OpinionForm;
import dev.kontor.api.text.Text;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the export licence department states in the joint review: whether a licence can be had for the order. */
@Component
public final class LicenceOpinion implements OpinionForm {

    @Override
    public String department() {
        return "export-licence";
    }

    @Override
    public List<Form.Section> sections(OrderView file) {
        Field likely = Field.yesNo("likely", Text.of("export-licence.likely")).withClause("export-control 12");
        return List.of(new Form.Section(Text.of("export-licence.findings"), List.of(likely)));
    }

    @Override
    public void given(OrderFile file, boolean objects, Values values) {
        if (!objects && !values.yes("likely")) {
            throw Refused.at("likely", Text.of("export-licence.object-instead"));
        }
    }

    @Override
    public List<String> reviews() {
        return List.of("customer", "delivery", "lines.model", "lines.parameters");
    }
}
