package ${package};

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

/** What the department states in the joint review, of orders that {@code rules/${department}/review.joint} asks it about. */
@Component
public final class StatementOpinion implements OpinionForm {

    @Override
    public String department() {
        return Vocabulary.ID.value();
    }

    @Override
    public List<Form.Section> sections(OrderView file) {
        Field possible = Field.yesNo("possible", Text.of("${department}.possible")).withClause("${department} 2");
        return List.of(new Form.Section(Text.of("${department}.findings"), List.of(possible)));
    }

    @Override
    public void given(OrderFile file, boolean objects, Values values) {
        if (!objects && !values.yes("possible")) {
            throw Refused.at("possible", Text.of("${department}.object-instead"));
        }
    }

    @Override
    public List<String> reviews() {
        return List.of("customer", "lines", "delivery");
    }
}
