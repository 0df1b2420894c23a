package dev.kontor.entry.opening;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.entry.Entry;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The whole opening is given up before it is signed; another one may begin. Its rows stay as they are, for whoever asks later. */
@Component
public final class DropOpening implements CompanyCommand {

    private final Openings openings;

    @Activate
    public DropOpening(@Reference Openings openings) {
        this.openings = openings;
    }

    @Override
    public String name() {
        return "entry/drop-opening";
    }

    @Override
    public Text title() {
        return Text.of("entry.opening.drop.title");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Entry.IMPORTER);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(Text.of("entry.opening.drop.button"), Field.longText("reason", Text.of("entry.opening.reason")));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Opening opening = openings.forWork();
        openings.book().end(opening, Opening.State.DROPPED, company.now());
        openings.book().evidence(opening).forEach(each -> company.release(opening.keeper(), each.file()));
        openings.all(opening).forEach(row -> openings.release(company, row));
        Text said = Text.of("entry.opening.dropped", opening.number(), opening.asOf());
        company.note("entry.opening", said, List.of(new Change("reason", "", values.text("reason"))));
        return Answer.of(said).goingTo(Openings.PAGE);
    }
}
