package dev.kontor.entry.opening;

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
import dev.kontor.entry.Entry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An order that does not belong into the opening is taken out again, as long as the opening is not closed. */
@Component
public final class DropRow implements CompanyCommand {

    private final Openings openings;

    @Activate
    public DropRow(@Reference Openings openings) {
        this.openings = openings;
    }

    @Override
    public String name() {
        return "entry/drop-opening-row";
    }

    @Override
    public Text title() {
        return Text.of("entry.opening.drop-row.title");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Entry.IMPORTER);
    }

    @Override
    public Form form(Person person, String subject) {
        Text contract = openings.rows().find(subject).map(row -> Text.plain(row.contract() + " · " + row.customerName())).orElse(Text.plain(""));
        return Form.of(
                Text.of("entry.opening.drop-row.button"),
                Field.hidden("subject"),
                Field.longText("reason", Text.of("entry.opening.reason")).withHint(contract));
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("subject", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Opening opening = openings.forWork();
        Row row = openings.rows().find(values.text("subject"))
                .filter(each -> each.opening() == opening.number())
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("entry.opening.no-row")));
        openings.release(company, row);
        openings.rows().drop(row);
        openings.book().countDropped(opening);
        openings.book().changed(opening);
        Text said = Text.of("entry.opening.dropped-row", row.contract(), row.customerName());
        company.note("entry.opening", said, List.of(new Change("reason", "", values.text("reason"))));
        return Answer.of(said).goingTo(Openings.PAGE);
    }
}
