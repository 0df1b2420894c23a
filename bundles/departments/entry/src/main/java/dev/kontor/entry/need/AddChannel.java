package dev.kontor.entry.need;

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

/** The company adds a channel of its own. */
@Component
public final class AddChannel implements CompanyCommand {

    private final Channels channels;

    @Activate
    public AddChannel(@Reference Channels channels) {
        this.channels = channels;
    }

    @Override
    public String name() {
        return "entry/add-channel";
    }

    @Override
    public Text title() {
        return Text.of("entry.add-channel.title");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_HEAD);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("entry.add-channel.button"),
                Field.text("id", Text.of("entry.field.channel-id")).withHint(Text.of("entry.hint.channel-id")),
                Field.text("name-en", Text.of("entry.field.channel-en")),
                Field.text("name-zh", Text.of("entry.field.channel-zh")));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String id = values.text("id");
        if (!id.matches("[a-z][a-z-]{0,63}")) {
            throw Refused.at("id", Text.of("entry.hint.channel-id"));
        }
        if (channels.options(company.actor()).stream().anyMatch(option -> option.value().equals(id))) {
            throw Refused.at("id", Text.of("entry.gap.channel-taken", id));
        }
        channels.add(id, values.text("name-en"), values.text("name-zh"));
        company.note("entry.channel-added", Text.of("entry.add-channel.done", id), List.of(new Change("channel", "", id)));
        return Answer.of(Text.of("entry.add-channel.done", id)).goingTo("entry/needs").withId(id);
    }
}
