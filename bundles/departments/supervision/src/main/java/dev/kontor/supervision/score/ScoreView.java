package dev.kontor.supervision.score;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Supervision;
import java.math.BigDecimal;
import java.util.List;

/** A score with its indicators and the events behind them, as it is shown to who supervises and to whose it is: the same. */
final class ScoreView {

    private ScoreView() {}

    public static Cell who(Score score) {
        return Cell.words(score.kind().equals(Score.PERSON)
                ? Text.person(score.subject())
                : Text.of("department." + score.subject()));
    }

    public static Cell state(Score score) {
        return score.isConfirmed()
                ? new Cell.Badge(Tone.GOOD, Text.of("supervision.score-confirmed", Text.person(score.confirmedBy())))
                : new Cell.Badge(Tone.INFO, Text.of("supervision.score-proposed"));
    }

    /** Scores of some months. */
    static Block.Table table(Text caption, List<Score> scores, String root, Text none) {
        return new Block.Table(
                caption,
                List.of(column("month"), column("kind"), column("who"), number("score"), column("state"), column("events")),
                scores.stream()
                        .map(score -> List.of(
                                Cell.plain(score.month().toString()),
                                Cell.words(Text.of("supervision.kind." + score.kind())),
                                who(score),
                                new Cell.Number(BigDecimal.valueOf(score.points())),
                                state(score),
                                events(score, root)))
                        .toList(),
                "",
                none);
    }

    static Cell events(Score score, String root) {
        return Cell.link(Text.of("supervision.events"), root + "/" + score.id());
    }

    /**
     * Everything that is kept of it.
     *
     * @param rules the versions that scored it; may be empty
     * @param treatments the page on which the reader sees a treatment, by id below it
     */
    static List<Block> whole(Score score, String rules, List<ScoreItem> items, List<ScoreEvent> events, Person reader, String treatments) {
        return List.of(
                new Block.Facts(Text.of("supervision.score-facts"), List.of(
                        fact("month", Cell.plain(score.month().toString())),
                        fact("who", who(score)),
                        fact("score", new Cell.Number(BigDecimal.valueOf(score.points()))),
                        fact("state", state(score)),
                        fact("counted-at", new Cell.Moment(score.countedAt())),
                        fact("rules", Cell.plain(rules.isEmpty() ? "–" : rules)),
                        fact("decision", Supervision.decision(score.decision(), reader)))),
                new Block.Table(
                        Text.of("supervision.indicators"),
                        List.of(column("indicator"), number("good"), number("counted"), number("percent"), number("points"), column("reason")),
                        items.stream().map(each -> item(each, treatments)).toList(),
                        "",
                        Text.of("supervision.no-indicators")),
                new Block.Table(
                        Text.of("supervision.events"),
                        List.of(column("indicator"), column("at"), column("order"), column("event"), column("good-or-not"), number("share"), column("decision")),
                        events.stream().map(ScoreView::event).toList(),
                        "",
                        Text.of("supervision.no-events")));
    }

    private static List<Cell> item(ScoreItem item, String treatments) {
        Cell dash = Cell.plain("–");
        Text name = item.isTreatment() ? Text.of("supervision.treatment-title", item.name()) : Text.of("indicator." + item.name());
        return List.of(
                item.treatment().isEmpty() ? Cell.words(name) : Cell.link(name, treatments + "/" + item.treatment()),
                item.isTreatment() ? dash : new Cell.Number(BigDecimal.valueOf(item.good())),
                item.isTreatment() ? dash : new Cell.Number(BigDecimal.valueOf(item.counted())),
                item.isTreatment() ? dash : new Cell.Number(item.percent()),
                new Cell.Number(BigDecimal.valueOf(-item.points())),
                Cell.words(item.reason()));
    }

    private static List<Cell> event(ScoreEvent event) {
        return List.of(
                Cell.words(Text.of("indicator." + event.name())),
                new Cell.Moment(event.at()),
                Cell.link(Text.plain(event.order()), "orders/" + event.order() + "?tab=timeline"),
                Cell.words(Text.of("journal." + event.kind())),
                event.isGood()
                        ? new Cell.Badge(Tone.GOOD, Text.of("supervision.as-it-should"))
                        : new Cell.Badge(Tone.BAD, Text.of("supervision.not-as-it-should")),
                new Cell.Number(event.share()),
                event.decision().isEmpty() ? Cell.plain("–") : Cell.link(Text.of("supervision.to-decision"), "decisions/" + event.decision()));
    }

    private static Block.Fact fact(String key, Cell value) {
        return new Block.Fact(Text.of("supervision.column." + key), value);
    }

    static Block.Column column(String key) {
        return Block.Column.of(Text.of("supervision.column." + key));
    }

    static Block.Column number(String key) {
        return Block.Column.number(Text.of("supervision.column." + key));
    }
}
