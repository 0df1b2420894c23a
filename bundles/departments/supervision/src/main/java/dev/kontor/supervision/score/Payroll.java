package dev.kontor.supervision.score;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.commendation.Commendation;
import dev.kontor.supervision.commendation.CommendationBook;
import dev.kontor.supervision.treatment.Step.Ruled;
import dev.kontor.supervision.treatment.Treatment;
import dev.kontor.supervision.treatment.TreatmentBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a month came to for everybody, as payroll takes it over: each value in a column of its own, people by their
 * sign-in names beside their names, so that namesakes are told apart.
 */
@Component(service = Payroll.class)
public final class Payroll {

    private final TreatmentBook treatments;
    private final CommendationBook commendations;
    private final Months months;

    @Activate
    public Payroll(@Reference TreatmentBook treatments, @Reference CommendationBook commendations, @Reference Months months) {
        this.treatments = treatments;
        this.commendations = commendations;
        this.months = months;
    }

    /** @param root below which each score is shown by its id */
    Block.Table table(Text caption, YearMonth month, List<Score> scores, String root) {
        Instant from = months.from(month);
        Instant until = months.from(month.plusMonths(1));
        List<Treatment> settled = treatments.settled(from, until);
        List<Commendation> approved = commendations.approved(from, until);
        List<List<Cell>> rows = new ArrayList<>(scores.stream().map(score -> row(score, settled, approved, root)).toList());
        approved.stream()
                .map(Commendation::commended)
                .distinct()
                .filter(who -> scores.stream().noneMatch(score -> score.subject().equals(who)))
                .forEach(who -> rows.add(unscored(month, who, rewards(approved, who))));
        return new Block.Table(
                caption,
                List.of(column("month"), column("kind"), column("id"), column("who"), number("score"), number("points"), number("bonus"),
                        number("compensation-cny"), column("reward"), column("confirmed-by"), column("confirmed-at"), column("events")),
                rows,
                "",
                Text.of("supervision.no-scores-of", month.toString()));
    }

    private List<Cell> row(Score score, List<Treatment> settled, List<Commendation> approved, String root) {
        List<Treatment> own = settled.stream().filter(each -> score.counts(each.concerned())).toList();
        Cell dash = Cell.plain("–");
        return List.of(
                Cell.plain(score.month().toString()),
                Cell.words(Text.of("supervision.kind." + score.kind())),
                Cell.plain(score.subject()),
                ScoreView.who(score),
                new Cell.Number(BigDecimal.valueOf(score.points())),
                new Cell.Number(BigDecimal.valueOf(own.stream().mapToInt(Treatment::finalPoints).sum())),
                new Cell.Number(sum(own, Ruled::bonus)),
                new Cell.Number(sum(own, Ruled::compensation)),
                Cell.plain(rewards(approved, score.subject())),
                score.isConfirmed() ? Cell.person(score.confirmedBy()) : dash,
                score.isConfirmed() ? new Cell.Moment(score.confirmedAt()) : dash,
                ScoreView.events(score, root));
    }

    /** Who did nothing that counts in the month, and was commended in it. */
    private static List<Cell> unscored(YearMonth month, String who, String reward) {
        Cell dash = Cell.plain("–");
        return List.of(Cell.plain(month.toString()), dash, Cell.plain(who), Cell.words(Supervision.who(who)),
                dash, dash, dash, dash, Cell.plain(reward), dash, dash, dash);
    }

    private BigDecimal sum(List<Treatment> own, Function<Ruled, BigDecimal> what) {
        return own.stream()
                .flatMap(each -> treatments.ruled(each).stream())
                .map(what)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros();
    }

    private static String rewards(List<Commendation> approved, String who) {
        return approved.stream()
                .filter(each -> each.commended().equals(who))
                .map(Commendation::reward)
                .filter(reward -> !reward.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static Block.Column column(String key) {
        return ScoreView.column(key);
    }

    private static Block.Column number(String key) {
        return ScoreView.number(key);
    }
}
