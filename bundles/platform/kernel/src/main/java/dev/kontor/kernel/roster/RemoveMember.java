package dev.kontor.kernel.roster;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Field.Option;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a member off the roster: orders no longer wait for it, and rules may decide without it. */
@Component(service = CompanyCommand.class)
public final class RemoveMember implements CompanyCommand {

    private final RosterRows roster;

    @Activate
    public RemoveMember(@Reference RosterRows roster) {
        this.roster = roster;
    }

    @Override
    public String name() {
        return "roster/remove";
    }

    @Override
    public Text title() {
        return Text.of("kernel.roster-remove");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SYSTEM_ADMINISTRATOR);
    }

    @Override
    public Form form(Person person, String subject) {
        List<Option> kinds = Stream.of(RosterRows.DEPARTMENT, RosterRows.RULE_SET, RosterRows.FACT_TYPE)
                .map(kind -> new Option(kind, Text.of("kernel.roster-" + kind)))
                .toList();
        return Form.of(
                title(),
                Field.choice("kind", Text.of("kernel.roster-kind"), kinds),
                Field.text("name", Text.of("kernel.roster-name")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return subject.isEmpty()
                ? Values.NONE
                : new Values(Map.of("kind", RosterRows.DEPARTMENT, "name", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String name = values.text("name");
        if (!roster.remove(values.text("kind"), name)) {
            throw Refused.at("name", Text.of("kernel.roster-unknown", name));
        }
        company.note("roster.removed", Text.of("kernel.roster-removed", name), List.of(new Change("roster", name, "")));
        return Answer.of(Text.of("kernel.roster-removed", name)).withId(name);
    }
}
