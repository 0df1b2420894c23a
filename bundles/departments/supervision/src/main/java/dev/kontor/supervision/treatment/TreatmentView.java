package dev.kontor.supervision.treatment;

import dev.kontor.api.order.Money;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.regulation.Acknowledgement;
import dev.kontor.supervision.treatment.Treatment.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A treatment as it is shown, to who supervises and to whoever it concerns: the same. */
public final class TreatmentView {

    private TreatmentView() {}

    public static Block.Table table(Text caption, List<Treatment> treatments, String root, String next, Text none) {
        return new Block.Table(
                caption,
                Stream.of("finding-code", "concerned", "order", "reason", "proposed", "state", "settled")
                        .map(key -> Set.of("proposed", "settled").contains(key)
                                ? Block.Column.number(Text.of("supervision.column." + key))
                                : Block.Column.of(Text.of("supervision.column." + key)))
                        .toList(),
                treatments.stream().map(each -> row(each, root)).toList(),
                next,
                none);
    }

    private static List<Cell> row(Treatment each, String root) {
        return List.of(
                Cell.link(Text.plain(each.code()), root + "/" + each.id()),
                Cell.words(Supervision.who(each.concerned())),
                Cell.link(Text.plain(each.order().value()), "orders/" + each.order() + "?tab=timeline"),
                Cell.words(each.reason()),
                new Cell.Number(BigDecimal.valueOf(each.proposed())),
                state(each),
                each.state() == State.FINAL
                        ? new Cell.Number(BigDecimal.valueOf(each.finalPoints()))
                        : Cell.plain("–"));
    }

    public static Cell state(Treatment each) {
        Tone tone = switch (each.state()) {
            case PROPOSED, DECIDED -> Tone.INFO;
            case HEARD, APPEALED -> Tone.WARNING;
            case FINAL -> Tone.NEUTRAL;
        };
        return new Cell.Badge(tone, Text.of("supervision.treatment." + each.state().name().toLowerCase(Locale.ROOT)));
    }

    /**
     * Everything that is kept of it.
     *
     * @param ground what it is about, with the way to it
     * @param known the version of the regulation that whoever it concerns had acknowledged when it was proposed
     */
    static List<Block> whole(Treatment each, List<Step> steps, Optional<Cell> ground, Optional<Acknowledgement> known) {
        return List.of(
                new Block.Facts(Text.of("supervision.treatment-facts"), List.of(
                        fact("concerned", Cell.words(Supervision.who(each.concerned()))),
                        fact("order", Cell.link(Text.plain(each.order().value()), "orders/" + each.order() + "?tab=timeline")),
                        fact("ground", ground.orElse(Cell.plain("–"))),
                        fact("reason", Cell.words(each.reason())),
                        fact("clause", Cell.plain(each.clause())),
                        fact("rule", Cell.link(Text.plain(each.rule()), "decisions/" + each.decision())),
                        fact("proposed", new Cell.Number(BigDecimal.valueOf(each.proposed()))),
                        fact("heard-until", new Cell.Day(each.heardUntil())),
                        fact("acknowledged", Cell.words(known(known))),
                        fact("state", state(each)))),
                new Block.Table(
                        Text.of("supervision.steps"),
                        Stream.of("step", "at", "by", "measure", "points", "bonus", "compensation", "words")
                                .map(key -> Block.Column.of(Text.of("supervision.column." + key)))
                                .toList(),
                        steps.stream().map(TreatmentView::step).toList(),
                        "",
                        Text.of("supervision.no-steps")));
    }

    /** The evidence that the regulation was made known (公示, R-11.2). */
    static Text known(Optional<Acknowledgement> known) {
        return known.map(one -> Text.of("supervision.known", one.version(), one.at())).orElse(Text.of("supervision.unknown"));
    }

    private static Block.Fact fact(String key, Cell value) {
        return new Block.Fact(Text.of("supervision.column." + key), value);
    }

    private static List<Cell> step(Step step) {
        return List.of(
                Cell.words(Text.of("supervision.step." + step.kind().name().toLowerCase(Locale.ROOT))),
                new Cell.Moment(step.at()),
                Cell.person(step.by()),
                step.ruled().map(one -> Cell.words(Text.of("supervision.measure." + one.measure()))).orElse(Cell.plain("–")),
                step.ruled().<Cell>map(one -> new Cell.Number(BigDecimal.valueOf(one.points()))).orElse(Cell.plain("–")),
                step.ruled().filter(one -> one.bonus().signum() > 0).<Cell>map(one -> new Cell.Number(one.bonus())).orElse(Cell.plain("–")),
                step.ruled().filter(one -> one.compensation().signum() > 0).map(TreatmentView::compensation).orElse(Cell.plain("–")),
                Cell.plain(step.words()));
    }

    /** With what proves the loss. */
    private static Cell compensation(Step.Ruled ruled) {
        Cell amount = new Cell.Amount(new Money(ruled.compensation(), "CNY"));
        return ruled.proof().isEmpty()
                ? amount
                : new Cell.Many(List.of(amount, Cell.link(Text.of("supervision.proof"), "documents/" + ruled.proof())));
    }
}
