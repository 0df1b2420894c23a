package dev.kontor.supervision.regulation;

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
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everybody says that they have read the latest version of the regulation. */
@Component
public final class Acknowledge implements CompanyCommand {

    private final RegulationBook book;

    @Activate
    public Acknowledge(@Reference RegulationBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "supervision/acknowledge";
    }

    @Override
    public Text title() {
        return Text.of("supervision.acknowledge");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("supervision.acknowledge-submit"),
                Field.hidden("subject"),
                Field.yesNo("read", Text.of("supervision.acknowledge-read", subject)));
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("subject", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        RegulationVersion latest = book.latest()
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("supervision.no-regulation")));
        if (!values.text("subject").equals(String.valueOf(latest.number()))) {
            throw Refused.because(Refused.Reason.STALE, Text.of("supervision.regulation-newer", latest.number()));
        }
        if (!values.yes("read")) {
            throw Refused.at("read", Text.of("supervision.acknowledge-needed"));
        }
        if (book.isAcknowledged(latest, company.actor().id())) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("supervision.acknowledged-already", latest.number()));
        }
        book.keep(new Acknowledgement(latest.number(), company.actor().id(), company.now()));
        Text said = Text.of("supervision.acknowledged", latest.number());
        company.note("supervision.acknowledged", said, List.of(new Change("digest", "", latest.digest())));
        return Answer.of(said).goingTo("supervision/regulation");
    }
}
