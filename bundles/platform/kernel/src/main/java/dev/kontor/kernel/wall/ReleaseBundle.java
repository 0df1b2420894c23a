package dev.kontor.kernel.wall;

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
import dev.kontor.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets a bundle out of quarantine: it is called again, and its strikes are forgotten. */
@Component(service = CompanyCommand.class)
public final class ReleaseBundle implements CompanyCommand {

    private final StrikeRows rows;
    private final Transactions transactions;
    private final DepartmentWall wall;

    @Activate
    public ReleaseBundle(@Reference StrikeRows rows, @Reference Transactions transactions, @Reference DepartmentWall wall) {
        this.rows = rows;
        this.transactions = transactions;
        this.wall = wall;
    }

    @Override
    public String name() {
        return "wall/release";
    }

    @Override
    public Text title() {
        return Text.of("kernel.wall-release");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SYSTEM_ADMINISTRATOR);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                title(),
                Field.text("bundle", Text.of("kernel.wall-bundle")),
                Field.text("why", Text.of("kernel.wall-why")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return subject.isEmpty() ? Values.NONE : new Values(Map.of("bundle", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        String bundle = values.text("bundle");
        if (!rows.release(bundle)) {
            throw Refused.at("bundle", Text.of("kernel.wall-not-in", bundle));
        }
        company.note("wall.released", Text.of("kernel.wall-released", bundle, values.text("why")),
                List.of(new Change("quarantine", bundle, "")));
        transactions.afterCommit(() -> wall.records().bell().ring());
        return Answer.of(Text.of("kernel.wall-out", bundle)).withId(bundle);
    }
}
