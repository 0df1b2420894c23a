package dev.kontor.supervision.treatment;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
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

/** Whoever a proposal concerns is heard before it is decided (申辩, R-11.3). */
@Component
public final class Plead implements CompanyCommand {

    private final TreatmentBook book;
    private final Treatments treatments;

    @Activate
    public Plead(@Reference TreatmentBook book, @Reference Treatments treatments) {
        this.book = book;
        this.treatments = treatments;
    }

    @Override
    public String name() {
        return "supervision/plead";
    }

    @Override
    public Text title() {
        return Text.of("supervision.plead");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Form form(Person person, String subject) {
        Text hint = book.treatment(subject)
                .filter(each -> each.concerns(person))
                .map(each -> Text.of("supervision.plead-hint", each.reason(), each.heardUntil()))
                .orElse(Text.plain(""));
        return Concerned.form(Text.of("supervision.plead-submit"), Text.of("supervision.plea"), hint);
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("subject", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Treatment treatment = Concerned.own(book, values.text("subject"), company.actor());
        Concerned.demandOpen(book, treatment, company.today());
        book.keep(new Step(treatment, Treatment.State.HEARD, values.text("words"), company.actor().id(), company.now()));
        treatments.pleaded(company, treatment);
        Text said = Text.of("supervision.pleaded", treatment.code());
        company.note("supervision.pleaded", said, List.of(new Change("treatment", "", treatment.id())));
        return Answer.of(said).goingTo("supervision/mine/" + treatment.id()).withId(treatment.id());
    }
}
