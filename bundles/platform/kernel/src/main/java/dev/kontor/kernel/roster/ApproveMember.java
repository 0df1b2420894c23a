package dev.kontor.kernel.roster;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.department.Department;
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
import dev.kontor.kernel.desk.Departments;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a department that runs a say: from then on orders wait for it. Its fact types join with it. */
@Component(service = CompanyCommand.class)
public final class ApproveMember implements CompanyCommand {

    private final RosterRows roster;
    private final Departments departments;

    @Activate
    public ApproveMember(@Reference RosterRows roster, @Reference Departments departments) {
        this.roster = roster;
        this.departments = departments;
    }

    @Override
    public String name() {
        return "roster/approve";
    }

    @Override
    public Text title() {
        return Text.of("kernel.roster-approve");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SYSTEM_ADMINISTRATOR);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Field.text("name", Text.of("kernel.roster-name")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return subject.isEmpty() ? Values.NONE : new Values(java.util.Map.of("name", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String name = values.text("name");
        Department department = departments
                .find(name)
                .orElseThrow(() -> Refused.at("name", Text.of("kernel.roster-not-running", name)));
        roster.enrol(RosterRows.DEPARTMENT, name, RosterRows.opensOn(department), company.now());
        company.note("roster.approved", Text.of("kernel.roster-approved", name), List.of(new Change("roster", "", name)));
        return Answer.of(Text.of("kernel.roster-approved", name)).withId(name);
    }
}
