package dev.kontor.supervision.treatment;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whoever a decision concerns appeals against it, once (申诉, R-11.3). */
@Component
public final class Appeal implements CompanyCommand {

    private final TreatmentBook book;
    private final Treatments treatments;

    @Activate
    public Appeal(@Reference TreatmentBook book, @Reference Treatments treatments) {
        this.book = book;
        this.treatments = treatments;
    }

    @Override
    public String name() {
        return "supervision/appeal";
    }

    @Override
    public Text title() {
        return Text.of("supervision.appeal");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Form form(Person person, String subject) {
        Text hint = book.treatment(subject)
                .filter(each -> each.concerns(person) && each.state() == Treatment.State.DECIDED)
                .map(each -> Text.of(
                        "supervision.appeal-hint",
                        book.step(each, Treatment.State.DECIDED).map(Step::words).orElse(""),
                        LocalDate.parse(each.appealUntil())))
                .orElse(Text.plain(""));
        return Concerned.form(Text.of("supervision.appeal-submit"), Text.of("supervision.appeal-words"), hint);
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("subject", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Treatment treatment = Concerned.own(book, values.text("subject"), company.actor());
        if (treatment.state() != Treatment.State.DECIDED || company.today().isAfter(LocalDate.parse(treatment.appealUntil()))) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("supervision.appeal-over"));
        }
        treatment.appeal();
        book.keep(new Step(treatment, Treatment.State.APPEALED, values.text("words"), company.actor().id(), company.now()));
        treatments.appealed(company, treatment);
        Text said = Text.of("supervision.appealed", treatment.code());
        company.note("supervision.appealed", said, List.of(new Change("treatment", "", treatment.id())));
        return Answer.of(said).goingTo("supervision/mine/" + treatment.id()).withId(treatment.id());
    }
}
