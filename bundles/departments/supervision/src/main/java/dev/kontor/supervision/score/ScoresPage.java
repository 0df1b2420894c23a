package dev.kontor.supervision.score;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Supervision;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The scores of a month, each with its indicators and events one click away; its list is exported for payroll. */
@Component
public final class ScoresPage implements Page {

    /** Two years. */
    private static final int MOST_MONTHS = 24;

    private final ScoreBook book;
    private final Payroll payroll;
    private final ScoreSheet sheet;

    @Activate
    public ScoresPage(@Reference ScoreBook book, @Reference Payroll payroll, @Reference ScoreSheet sheet) {
        this.book = book;
        this.payroll = payroll;
        this.sheet = sheet;
    }

    @Override
    public String path() {
        return "supervision/scores";
    }

    @Override
    public Text title() {
        return Text.of("supervision.scores");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("supervision", "chart-bar", 20));
    }

    @Override
    public Set<Role> roles() {
        return Supervision.READERS;
    }

    @Override
    public View show(Query query) {
        List<YearMonth> months = book.months();
        if (query.tail().size() > 1) {
            return one(query.tail().get(1), query.reader());
        }
        if (query.tail().isEmpty() && months.isEmpty()) {
            return View.of(title(), new Block.Note(Tone.INFO, Text.of("supervision.no-scores")))
                    .withAction(new Cell.Link(Text.of("supervision.audits"), "supervision/audits", "clipboard-check"));
        }
        YearMonth month = query.tail().isEmpty() ? months.get(0) : Month.of(query.tail().get(0));
        List<Score> scores = book.of(month);
        View view = View.of(
                        Text.of("supervision.scores-of", month.toString()),
                        new Block.Tabs(months.stream()
                                .limit(MOST_MONTHS)
                                .map(each -> new Block.Tab(Text.plain(each.toString()), path() + "/" + each, each.equals(month)))
                                .toList()),
                        payroll.table(title(), month, scores, path() + "/" + month))
                .withAbove(Text.of("supervision.scores-above"));
        View counted = query.reader().holdsAny(Set.of(Role.SUPERVISOR, Role.LEADERSHIP))
                ? view.withAction(new Cell.Link(Text.of("supervision.score"), "do/supervision/score?subject=" + month, "refresh"))
                : view;
        return query.reader().holds(Role.LEADERSHIP) && scores.stream().anyMatch(score -> !score.isConfirmed())
                ? counted.withAction(new Cell.Link(Text.of("supervision.confirm-scores"), "do/supervision/confirm-scores?subject=" + month, "check"))
                : counted;
    }

    private View one(String id, Person reader) {
        Score score = book.score(id).orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("supervision.no-score")));
        return View.of(Text.of("supervision.score-of", score.month().toString()),
                        sheet.whole(score, reader, "supervision/treatments").toArray(Block[]::new))
                .withAbove(title());
    }
}
