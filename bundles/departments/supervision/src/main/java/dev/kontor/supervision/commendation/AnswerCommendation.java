package dev.kontor.supervision.commendation;

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
import dev.kontor.supervision.Addressees;
import dev.kontor.supervision.Parties;
import dev.kontor.supervision.Supervision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Company leadership approves a commendation or not: never who proposed it, never who is commended, nor who acts for them. */
@Component
public final class AnswerCommendation implements CompanyCommand {

    private final CommendationBook book;
    private final Parties parties;
    private final Addressees addressees;

    @Activate
    public AnswerCommendation(@Reference CommendationBook book, @Reference Parties parties, @Reference Addressees addressees) {
        this.book = book;
        this.parties = parties;
        this.addressees = addressees;
    }

    @Override
    public String name() {
        return "supervision/answer-commendation";
    }

    @Override
    public Text title() {
        return Text.of("supervision.answer-commendation");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.LEADERSHIP);
    }

    @Override
    public Form form(Person person, String subject) {
        Text shown = book.find(subject)
                .map(each -> Text.of("supervision.commendation-of", Supervision.who(each.commended()), each.reason()))
                .orElse(Text.plain(""));
        return Form.of(
                Text.of("supervision.answer-commendation-submit"),
                Field.hidden("subject"),
                Field.yesNo("approved", Text.of("supervision.commend-approved")).withHint(shown).withClause("10.2"),
                Field.longText("remarks", Text.of("supervision.remarks")).optional());
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("subject", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        Commendation each = book.find(values.text("subject"))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("supervision.no-commendation")));
        if (each.state() != Commendation.State.PROPOSED) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("supervision.commend-answered", Text.person(each.approvedBy())));
        }
        Set<String> party = parties.of(company.actor().id(), company.today());
        if (party.contains(each.proposedBy()) || party.contains(each.commended())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("supervision.commend-not-you"));
        }
        boolean approved = values.yes("approved");
        each.answer(approved ? Commendation.State.APPROVED : Commendation.State.DECLINED, values.text("remarks"), company.actor().id(), company.now());
        Text who = Supervision.who(each.commended());
        Text said = approved ? Text.of("supervision.commend-is-approved", who) : Text.of("supervision.commend-is-declined", who);
        addressees.tell(company, each.proposedBy(), said);
        if (approved) {
            addressees.tell(company, each.commended(), Text.of("supervision.commended-told", who, each.reason()));
        }
        company.note("supervision.commendation", said, List.of(new Change("commendation", "", each.id())));
        return Answer.of(said).goingTo("supervision/commendations").withId(each.id());
    }
}
