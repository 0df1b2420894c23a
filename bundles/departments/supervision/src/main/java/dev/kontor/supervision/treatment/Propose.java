package dev.kontor.supervision.treatment;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.facts.ViolationFound;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Subjects;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.events.Independence;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * One of the supervision group proposes that an audit finding or an entry error has consequences for somebody.
 * Rules say how many points at most, as for what they find themselves; from there it goes the same way.
 */
@Component
public final class Propose implements CompanyCommand {

    private final TreatmentBook book;
    private final Grounds grounds;
    private final Subjects subjects;
    private final Independence independence;

    @Activate
    public Propose(
            @Reference TreatmentBook book, @Reference Grounds grounds, @Reference Subjects subjects, @Reference Independence independence) {
        this.book = book;
        this.grounds = grounds;
        this.subjects = subjects;
        this.independence = independence;
    }

    @Override
    public String name() {
        return "supervision/propose";
    }

    @Override
    public Text title() {
        return Text.of("supervision.propose");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SUPERVISOR);
    }

    @Override
    public Form form(Person person, String subject) {
        Text shown = grounds.find(subject).map(Grounds.Ground::words).orElse(Text.plain(""));
        return Form.of(
                Text.of("supervision.propose-submit"),
                Field.hidden("subject"),
                Field.text("concerned", Text.of("supervision.propose-concerned"))
                        .suggesting("person")
                        .withHint(Text.of("supervision.commended-hint"))
                        .withClause("10.2"),
                Field.longText("words", Text.of("supervision.propose-words")).withHint(shown));
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("subject", subject, "concerned", grounds.find(subject).map(Grounds.Ground::concerned).orElse("")));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Grounds.Ground ground = grounds.find(values.text("subject"))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("supervision.no-ground")));
        String concerned = values.text("concerned");
        if (!subjects.isKnown(concerned)) {
            throw Refused.at("concerned", Text.of("supervision.commend-nobody", concerned));
        }
        if (concerned.equals(company.actor().id().value())) {
            throw Refused.at("concerned", Text.of("supervision.propose-own"));
        }
        OrderFile file = company.order(ground.order());
        independence.demanded(file.number(), company.actor());
        if (book.find(file.number(), concerned, ground.occasion()).isPresent()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("supervision.proposed-already"));
        }
        file.consult(Question.at(Supervision.AT_PENALTIES,
                        new ViolationFound(concerned, ground.occasion(), ground.point(), ground.clause(), 0))
                .addingOnly());
        Treatment made = book.find(file.number(), concerned, ground.occasion())
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("supervision.nothing-proposed")));
        book.keep(new Step(made, Treatment.State.PROPOSED, values.text("words"), company.actor().id(), company.now()));
        Text said = Text.of("supervision.proposed-by-you", made.code(), Supervision.who(concerned));
        return Answer.of(said).goingTo("supervision/treatments/" + made.id()).withId(made.id());
    }
}
