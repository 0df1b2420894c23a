package dev.kontor.supervision.score;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Supervision;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the regulation promises, month by month: deliveries in time, accuracy, customers who are satisfied. Each figure is that of
 * the department that answers for it, and leads to its score with the events behind it.
 */
@Component
public final class IndicatorsPage implements Page {

    private static final int MOST_MONTHS = 12;
    /** Each begins with its department. */
    private static final List<String> PROMISED =
            List.of("logistics.delivery", "entry.accuracy", "production.quality", "aftersales.satisfaction");

    private final ScoreBook book;

    @Activate
    public IndicatorsPage(@Reference ScoreBook book) {
        this.book = book;
    }

    @Override
    public String path() {
        return "supervision/indicators";
    }

    @Override
    public Text title() {
        return Text.of("supervision.promises");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("supervision", "trending-up", 25));
    }

    @Override
    public Set<Role> roles() {
        return Supervision.READERS;
    }

    @Override
    public View show(Query query) {
        return View.of(title(), new Block.Table(
                        title(),
                        Stream.concat(
                                        Stream.of(ScoreView.column("month")),
                                        PROMISED.stream().map(each -> Block.Column.of(Text.of("indicator." + each))))
                                .toList(),
                        book.months().stream().limit(MOST_MONTHS).map(this::row).toList(),
                        "",
                        Text.of("supervision.no-scores")))
                .withAbove(Text.of("supervision.promises-above"));
    }

    private List<Cell> row(YearMonth month) {
        List<Score> scores = book.of(month).stream().filter(score -> score.kind().equals(Score.DEPARTMENT)).toList();
        List<Cell> cells = new ArrayList<>(List.of(Cell.plain(month.toString())));
        PROMISED.forEach(name -> cells.add(scores.stream()
                .filter(score -> name.startsWith(score.subject() + "."))
                .flatMap(score -> book.items(score).stream().filter(item -> item.name().equals(name)).map(item -> figure(score, item)))
                .findFirst()
                .orElse(Cell.plain("–"))));
        return cells;
    }

    private static Cell figure(Score score, ScoreItem item) {
        return Cell.link(
                Text.of("supervision.promised", item.percent(), item.good(), item.counted()),
                "supervision/scores/" + score.month() + "/" + score.id());
    }
}
