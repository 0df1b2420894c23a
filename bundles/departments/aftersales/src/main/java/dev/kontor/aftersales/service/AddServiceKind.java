package dev.kontor.aftersales.service;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The company adds a kind of service of its own. */
@Component
public final class AddServiceKind implements CompanyCommand {

    private final ServiceKinds kinds;

    @Activate
    public AddServiceKind(@Reference ServiceKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public String name() {
        return "aftersales/add-kind";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.add-kind");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.AFTERSALES_ENGINEER);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("aftersales.add-kind"),
                Field.text("id", Text.of("aftersales.kind-id")).withHint(Text.of("aftersales.kind-id-hint")),
                Field.text("name-en", Text.of("aftersales.name-en")),
                Field.text("name-zh", Text.of("aftersales.name-zh")),
                Field.choice("like", Text.of("aftersales.like"), ServiceKinds.regulation())
                        .withHint(Text.of("aftersales.like-hint"))
                        .withClause("8.1"));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String id = values.text("id");
        if (!id.matches("[a-z][a-z-]{0,63}")) {
            throw Refused.at("id", Text.of("aftersales.kind-id-hint"));
        }
        if (kinds.options(company.actor()).stream().anyMatch(option -> option.value().equals(id))) {
            throw Refused.at("id", Text.of("aftersales.kind-taken", id));
        }
        kinds.add(id, values.text("name-en"), values.text("name-zh"), values.text("like"));
        Text said = Text.of("aftersales.kind-added", id);
        company.note("aftersales.kind-added", said, List.of(new Change("kind", "", id), new Change("like", "", values.text("like"))));
        return Answer.of(said).goingTo("aftersales/cases").withId(id);
    }
}
