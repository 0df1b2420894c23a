package dev.kontor.supervision.score;

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
import dev.kontor.supervision.Parties;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Company leadership confirms the scores of a month, as the ground of bonus and promotion: nothing is final before,
 * and nobody confirms their own, nor that of who acts for them or for whom they act.
 */
@Component
public final class ConfirmScores implements CompanyCommand {

    private final ScoreBook book;
    private final Parties parties;

    @Activate
    public ConfirmScores(@Reference ScoreBook book, @Reference Parties parties) {
        this.book = book;
        this.parties = parties;
    }

    @Override
    public String name() {
        return "supervision/confirm-scores";
    }

    @Override
    public Text title() {
        return Text.of("supervision.confirm-scores");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.LEADERSHIP);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("supervision.confirm-submit"),
                Field.hidden("subject"),
                Field.longText("remarks", Text.of("supervision.remarks"))
                        .optional()
                        .withHint(Text.of("supervision.confirm-hint", subject))
                        .withClause("10.2"));
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("subject", subject));
    }

    /** When they were counted: nobody confirms others than those they have seen. */
    @Override
    public long version(String subject) {
        return book.of(Month.of(subject)).stream().mapToLong(score -> score.countedAt().toEpochMilli()).max().orElse(-1);
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        YearMonth month = Month.of(values.text("subject"));
        Set<String> party = parties.of(company.actor().id(), company.today());
        List<Score> open = book.of(month).stream()
                .filter(score -> !score.isConfirmed() && !(score.kind().equals(Score.PERSON) && party.contains(score.subject())))
                .toList();
        if (open.isEmpty()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("supervision.nothing-to-confirm", month.toString()));
        }
        open.forEach(score -> score.confirm(company.actor().id(), company.now()));
        Text said = Text.of("supervision.confirmed", month.toString(), open.size());
        company.note("supervision.confirmed", said, List.of(new Change("remarks", "", values.text("remarks"))));
        return Answer.of(said).goingTo("supervision/scores/" + month).withId(month.toString());
    }
}
