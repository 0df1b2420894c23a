package dev.kontor.console.pages;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.rule.RuleSets.Passage;
import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.api.rule.RuleSets.Severity;
import dev.kontor.api.rule.RuleSets.Step;
import dev.kontor.api.rule.RuleSets.Version;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;

/** A version's way from a candidate to the version that decides, step by step, each problem at its file, line and column. */
final class RuleWay {

    private RuleWay() {}

    static Block of(Version version) {
        return new Block.Table(
                Words.of("rules.way", version.version().shortDigest()),
                List.of(Words.column("rules.step"), Words.column("state"), Words.column("what")),
                version.steps().stream().map(RuleWay::row).toList(),
                "",
                Words.of("none"));
    }

    private static List<Cell> row(Step step) {
        List<Cell> said = new ArrayList<>(List.of(Cell.words(step.said())));
        step.problems().forEach(problem -> said.add(problem(problem)));
        return List.of(Cell.words(step.name()), passage(step.passage()), new Cell.Many(said));
    }

    static Cell passage(Passage passage) {
        return switch (passage) {
            case PASSED -> new Cell.Badge(Cell.Tone.GOOD, Words.of("rules.passage-passed"));
            case FAILED -> new Cell.Badge(Cell.Tone.BAD, Words.of("rules.passage-failed"));
            case NOT_REACHED -> new Cell.Badge(Cell.Tone.NEUTRAL, Words.of("rules.passage-ahead"));
            case WAITS -> new Cell.Badge(Cell.Tone.WARNING, Words.of("rules.passage-waits"));
        };
    }

    private static Cell problem(Problem problem) {
        Text place = problem.line() == 0
                ? Text.plain(problem.file())
                : Words.of("rules.at", problem.file(), Integer.toString(problem.line()), Integer.toString(problem.column()));
        return Cell.words(problem.severity() == Severity.WARNING
                ? Words.of("rules.warning-at", place, problem.message())
                : Words.of("rules.problem-at", place, problem.message()));
    }
}
