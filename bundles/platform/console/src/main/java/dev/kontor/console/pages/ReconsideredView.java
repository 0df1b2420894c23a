package dev.kontor.console.pages;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.DecisionRecord.Told;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.Reconsiderations;
import dev.kontor.api.rule.Reconsiderations.NearFact;
import dev.kontor.api.rule.Reconsiderations.NearMiss;
import dev.kontor.api.rule.Reconsiderations.NearMisses;
import dev.kontor.api.rule.Reconsiderations.Outcome;
import dev.kontor.api.rule.Reconsiderations.Sheet;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A decision thought over with something else in it: what almost decided otherwise, and what a reader asks for. */
final class ReconsideredView {

    static final String NEAR_MISSES = "near-misses";
    static final String WHAT_IF = "what-if";

    private final Reconsiderations reconsiderations;
    private final RuleNames names;
    private final DecisionRecord decision;
    private final Query query;
    private final String language;

    ReconsideredView(Reconsiderations reconsiderations, RuleNames names, DecisionRecord decision, Query query) {
        this.reconsiderations = reconsiderations;
        this.names = names;
        this.decision = decision;
        this.query = query;
        this.language = query.reader().language();
    }

    private View view(String title, List<Block> blocks) {
        return View.of(Words.of(title), blocks.toArray(Block[]::new))
                .withAbove(Words.of("decision.heading", Words.point(decision.point()), decision.at()))
                .withAction(new Cell.Link(Words.of("decision"), "decisions/" + decision.id(), "chevron-left"));
    }

    View nearMisses() {
        NearMisses found = reconsiderations.nearMisses(decision.id(), query.reader());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Note(Cell.Tone.INFO, Words.of("near.what", Reconsiderations.MARGIN_PERCENT)));
        if (!found.all()) {
            blocks.add(new Block.Note(Cell.Tone.WARNING, Words.of("near.not-all", found.executions())));
        }
        blocks.add(new Block.Table(
                Words.of("near.caption"),
                List.of(
                        Words.column("near.parameter"), Words.number("near.was"), Words.number("near.otherwise"), Words.column("near.compared"),
                        Words.column("near.added"), Words.column("near.gone")),
                found.found().stream().map(this::row).toList(),
                "",
                Words.of("near.none", Reconsiderations.MARGIN_PERCENT)));
        blocks.add(new Block.Table(
                Words.of("near.facts"),
                List.of(Words.column("near.value-of"), Words.number("near.then"), Words.number("near.otherwise"), Words.column("near.added"),
                        Words.column("near.gone")),
                found.facts().stream().map(this::row).toList(),
                "",
                Words.of("near.facts-none", Reconsiderations.MARGIN_PERCENT)));
        return view("near", blocks);
    }

    private List<Cell> row(NearFact miss) {
        boolean rising = miss.otherwise().compareTo(miss.value()) > 0;
        return List.of(
                Cell.words(Words.of("near.fact", miss.fact(), miss.field())),
                value(miss, miss.value()),
                new Cell.Many(List.of(value(miss, miss.otherwise()), Cell.words(Words.of(rising ? "near.and-more" : "near.and-less")),
                        Cell.words(Words.of("near.apart")), value(miss, miss.otherwise().subtract(miss.value()).abs()))),
                told(miss.added()),
                told(miss.gone()));
    }

    private static Cell value(NearFact miss, BigDecimal value) {
        return miss.currency().isEmpty()
                ? new Cell.Number(value)
                : new Cell.Amount(new Money(value.setScale(2, RoundingMode.HALF_UP), miss.currency()));
    }

    private List<Cell> row(NearMiss miss) {
        Parameter parameter = miss.parameter();
        boolean rising = miss.otherwise().compareTo(parameter.value()) > 0;
        return List.of(
                new Cell.Many(List.of(
                        Cell.plain(names.parameter(miss.set(), parameter.name(), language)),
                        Cell.words(Words.of("form.clause", parameter.clause().value())))),
                value(parameter, parameter.value()),
                new Cell.Many(List.of(value(parameter, miss.otherwise()), Cell.words(Words.of(rising ? "near.and-more" : "near.and-less")),
                        Cell.words(Words.of("near.apart")), value(parameter, miss.otherwise().subtract(parameter.value()).abs()))),
                miss.compared()
                        .<Cell>map(fact -> new Cell.Many(List.of(
                                Cell.words(Words.of("near.fact", fact.fact(), fact.field())), value(parameter, fact.value()))))
                        .orElse(Cell.plain("–")),
                told(miss.added()),
                told(miss.gone()));
    }

    private static Cell value(Parameter parameter, BigDecimal value) {
        return parameter.unit().matches("[A-Z]{3}")
                ? new Cell.Amount(new Money(value.setScale(2, RoundingMode.HALF_UP), parameter.unit()))
                : Cell.words(Words.of("near.value", value, Words.unit(parameter.unit())));
    }

    private Cell told(List<Told> all) {
        return all.isEmpty() ? Cell.plain("–") : new Cell.Many(all.stream().map(this::told).toList());
    }

    private Cell told(Told told) {
        return new Cell.Many(List.of(
                DecisionsTab.kind(told.conclusion()),
                Cell.plain(new ReasonWords(told.reasonEn(), told.reasonZh()).in(language)),
                Cell.words(Words.of("replay.rule", names.of(told.set(), told.rule(), language), told.conclusion().clause().value()))));
    }

    View whatIf() {
        Sheet sheet = reconsiderations.sheet(decision.id(), query.reader());
        Map<String, Object> typed = new HashMap<>(sheet.stand().all());
        sheet.form().fields().stream()
                .map(Field::name)
                .filter(query.parameters()::containsKey)
                .forEach(name -> typed.put(name, query.parameter(name)));
        Values values = new Values(typed);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Note(Cell.Tone.INFO, Words.of("what-if.what")));
        List<Refused.Gap> gaps = new ArrayList<>();
        if (sheet.form().fields().stream().map(Field::name).anyMatch(query.parameters()::containsKey)) {
            try {
                outcome(reconsiderations.whatIf(decision.id(), values, query.reader()), blocks);
            } catch (Refused refused) {
                if (refused.gaps().isEmpty()) {
                    throw refused;
                }
                gaps.addAll(refused.gaps());
            }
        }
        blocks.add(new Block.Inquiry("decisions/" + decision.id() + "/" + WHAT_IF, sheet.form(), values, gaps));
        return view("what-if", blocks);
    }

    private void outcome(Outcome outcome, List<Block> blocks) {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        outcome.decided().forEach(each -> pairs.put(key(each), new Pair(Optional.of(each), Optional.empty())));
        outcome.now().forEach(each -> pairs.merge(key(each), new Pair(Optional.empty(), Optional.of(each)),
                (one, other) -> new Pair(one.decided(), other.now())));
        long other = pairs.values().stream().filter(Pair::differs).count();
        blocks.add(new Block.Note(other == 0 ? Cell.Tone.GOOD : Cell.Tone.WARNING,
                other == 0 ? Words.of("what-if.same") : Words.of("what-if.other", other)));
        blocks.add(new Block.Table(
                Words.of("what-if.verdict"),
                List.of(Words.column("what-if.state"), Words.column("what-if.decided"), Words.column("what-if.now")),
                pairs.values().stream()
                        .map(pair -> List.of(pair.state(), told(pair.decided().stream().toList()), told(pair.now().stream().toList())))
                        .toList(),
                "",
                Words.of("conclusions.none")));
        blocks.add(new Block.Facts(Words.of("what-if.by"), List.of(
                new Block.Fact(Words.of("decision.day"), new Cell.Day(outcome.day())),
                new Block.Fact(Words.of("versions"), new Cell.Many(outcome.sets().stream()
                        .map(set -> Cell.plain("%s #%d %s".formatted(names.title(set, language), set.number(), set.shortDigest())))
                        .toList())))));
    }

    /** The same conclusion as decided, and as it would be. */
    private record Pair(Optional<Told> decided, Optional<Told> now) {

        boolean differs() {
            return !decided.map(Told::conclusion).equals(now.map(Told::conclusion));
        }

        Cell state() {
            String word = !differs() ? "same" : decided.isEmpty() ? "added" : now.isEmpty() ? "gone" : "other";
            return new Cell.Badge(differs() ? Cell.Tone.WARNING : Cell.Tone.NEUTRAL, Words.of("what-if.is-" + word));
        }
    }

    private static String key(Told told) {
        Conclusion conclusion = told.conclusion();
        return String.join("\n", told.set().set(), conclusion.getClass().getSimpleName(), conclusion.subject(), conclusion.occasion(), told.rule());
    }
}
