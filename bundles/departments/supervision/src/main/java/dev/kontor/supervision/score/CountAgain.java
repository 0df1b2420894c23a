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
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Scores a month once more. As long as nobody has confirmed it the new scores take the place of the old ones;
 * afterwards nothing is replaced, and it is only said whether they would be the same.
 */
@Component
public final class CountAgain implements CompanyCommand {

    private final ScoreBook book;
    private final Scoring scoring;
    private final Months months;

    @Activate
    public CountAgain(@Reference ScoreBook book, @Reference Scoring scoring, @Reference Months months) {
        this.book = book;
        this.scoring = scoring;
        this.months = months;
    }

    @Override
    public String name() {
        return "supervision/score";
    }

    @Override
    public Text title() {
        return Text.of("supervision.score");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SUPERVISOR, Role.LEADERSHIP);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("supervision.score-submit"),
                Field.hidden("subject").optional(),
                Field.text("month", Text.of("supervision.month")).withHint(Text.of("supervision.score-hint")).withClause("10.2"));
    }

    @Override
    public Values initial(Person person, String subject) {
        return subject.isEmpty() ? Values.NONE : new Values(Map.of("subject", subject, "month", subject));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        if (!values.text("month").matches("(19|20)\\d{2}-(0[1-9]|1[0-2])")) {
            throw Refused.at("month", Text.of("supervision.month-wrong"));
        }
        YearMonth month = Month.of(values.text("month"));
        if (!month.isBefore(YearMonth.from(company.today()))) {
            throw Refused.at("month", Text.of("supervision.month-not-over", month.toString()));
        }
        boolean known = !book.of(month).isEmpty();
        List<String> other = known ? scoring.differences(company, month) : List.of();
        Text said = said(company, month, known, other);
        company.note("supervision.scored", said, List.of(new Change("differs", "", String.join(" ", other))));
        return Answer.of(said).goingTo("supervision/scores/" + month).withId(month.toString());
    }

    private Text said(CompanyFile company, YearMonth month, boolean known, List<String> other) {
        if (known && other.isEmpty()) {
            return Text.of("supervision.scored-same", month.toString());
        }
        if (known && book.of(month).stream().anyMatch(Score::isConfirmed)) {
            return Text.of("supervision.scored-differs", month.toString(), String.join(", ", other));
        }
        return Text.of("supervision.scored", month.toString(), scoring.score(company, month, months.orders(month)));
    }
}
