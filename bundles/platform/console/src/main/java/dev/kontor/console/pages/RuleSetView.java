package dev.kontor.console.pages;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.View;
import dev.kontor.api.rule.Replays.Replay;
import dev.kontor.api.rule.RuleHistory;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One rule set as administrators see it: parameters, problems at their lines, versions, and what a version would change. */
final class RuleSetView {

    private final RuleSets rules;
    private final RuleNames names;
    private final RuleHistory history;
    private final RuleSets.RuleSet set;
    private final List<Replay> replays;
    private final boolean changes;
    private final String language;

    /** @param replays of its versions, newest first */
    RuleSetView(
            RuleSets rules, RuleNames names, RuleHistory history, RuleSets.RuleSet set, List<Replay> replays, boolean changes, String language) {
        this.rules = rules;
        this.names = names;
        this.history = history;
        this.set = set;
        this.replays = List.copyOf(replays);
        this.changes = changes;
        this.language = language;
    }

    /**
     * @param wanted digest of the version to compare with the active one; empty for none
     * @param parts what departments say of it
     */
    View show(String wanted, List<Block> parts) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(Words.of("rules.now"), List.of(
                new Block.Fact(Words.of("state"), RulesPage.state(set)),
                new Block.Fact(
                        Words.of("active-version"), set.active().map(RulesPage::version).orElse(Cell.plain("–"))),
                new Block.Fact(Words.of("by"), set.active().map(RuleSetView::people).orElse(Cell.plain("–"))),
                new Block.Fact(Words.of("rules.approval"), approval(set.approval())))));
        set.folderTrouble().ifPresent(trouble -> blocks.add(new Block.Note(
                Cell.Tone.BAD, Words.of("rules.folder-trouble", trouble.file(), trouble.message()))));
        List<RuleSets.Version> versions = rules.versions(set.name());
        versions.stream()
                .filter(version -> version.version().digest().equals(wanted))
                .findFirst()
                .ifPresent(version -> {
                    blocks.addAll(differences(version));
                    blocks.add(RuleWay.of(version));
                });
        set.candidate().ifPresent(candidate -> {
            if (!candidate.version().digest().equals(wanted)) {
                blocks.add(RuleWay.of(candidate));
            }
            blocks.addAll(problems(candidate));
        });
        set.active().ifPresent(active -> {
            blocks.add(parameters(active));
            blocks.addAll(files(active));
        });
        blocks.addAll(parts);
        blocks.add(versions(versions));
        blocks.add(replays());
        View view = View.of(Text.plain(RulesPage.title(names, set, language)), blocks.toArray(Block[]::new))
                .withAbove(Text.plain(set.name()))
                .refreshedBy("rules.activated", "rules.replayed");
        return changes
                ? view.withAction(new Cell.Link(Words.of("parameters.change"), "do/rules/parameters?subject=" + set.name(), "adjustments"))
                        .withAction(new Cell.Link(Words.of("rules.upload"), "rules/" + set.name() + "/edit", "file-plus"))
                        .withAction(new Cell.Link(Words.of("rules.files"), "do/rules/files?subject=" + set.name(), "upload"))
                        .withAction(new Cell.Link(Words.of("rules.claim"), "do/rules/claim?subject=" + set.name(), "user-check"))
                        .withAction(new Cell.Link(Words.of("rules.rollback"), "do/rules/rollback?subject=" + set.name(), "arrow-back-up"))
                : view;
    }

    /** Who activated it, and whether somebody else had a look at it before. */
    static Cell people(RuleSets.Version version) {
        Cell by = Cell.words(Words.person(version.by()));
        return new Cell.Many(List.of(by, version.approvedBy()
                .map(second -> Cell.words(Words.of("rules.by-two", Words.person(second))))
                .orElse(Cell.words(Words.of("rules.by-one")))));
    }

    private Cell approval(RuleSets.Approval approval) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.words(Words.of(approval.secondPerson() ? "rules.approval-two" : "rules.approval-one")));
        cells.add(Cell.words(Words.of(approval.stated() ? "rules.approval-stated" : "rules.approval-default")));
        approval.ending().ifPresent(person -> cells.add(Cell.words(Words.of("rules.approval-ending", Words.person(person)))));
        if (changes) {
            cells.add(Cell.link(Words.of("rules.policy"), "do/rules/policy?subject=" + set.name()));
            approval.ending().ifPresent(person ->
                    cells.add(Cell.link(Words.of("rules.confirm-policy"), "do/rules/confirm-policy?subject=" + set.name())));
        }
        return new Cell.Many(cells);
    }

    private List<Block> problems(RuleSets.Version candidate) {
        List<Block> blocks = new ArrayList<>();
        if (candidate.state().equals("refused")) {
            blocks.add(new Block.Note(Cell.Tone.BAD, Words.of("rules.refused-note", candidate.problems().size())));
        }
        rules.files(set.name(), candidate.version().digest())
                .ifPresent(files -> files.forEach((file, words) -> {
                    List<Block.Mark> marks = candidate.problems().stream()
                            .filter(problem -> problem.file().equals(file) && problem.line() > 0)
                            .map(problem -> new Block.Mark(problem.line(), problem.column(), problem.message()))
                            .toList();
                    if (!marks.isEmpty()) {
                        blocks.add(new Block.Source(Text.plain(file), words, marks));
                    }
                }));
        return blocks;
    }

    /** The files that decide now, folded, each with the way to change it. */
    private List<Block> files(RuleSets.Version active) {
        List<Block> blocks = new ArrayList<>();
        new TreeMap<>(rules.files(set.name(), active.version().digest()).orElse(Map.of())).forEach((file, words) -> {
            List<Block> parts = new ArrayList<>();
            if (changes) {
                Cell edit = new Cell.Link(Words.of("rules.edit"), "rules/" + set.name() + "/edit?file=" + file, "pencil");
                parts.add(new Block.Facts(Text.plain(""), List.of(new Block.Fact(Words.of("do"), edit))));
            }
            parts.add(new Block.Source(Text.plain(""), words, List.of()));
            blocks.add(new Block.Section(Text.plain(file), parts, false));
        });
        return blocks;
    }

    private Block parameters(RuleSets.Version active) {
        return new Block.Table(
                Words.of("parameters-of-set"),
                List.of(
                        Words.column("name"), Words.number("value"), Words.column("unit"), Words.column("from"),
                        Words.column("clause")),
                active.parameters().stream()
                        .map(parameter -> List.of(
                                new Cell.Many(List.of(
                                        Words.link(names.parameter(active.version(), parameter.name(), language),
                                                "parameters/" + set.name() + "/" + parameter.name()),
                                        Cell.plain(parameter.name()))),
                                (Cell) new Cell.Number(parameter.value()),
                                Cell.words(Words.unit(parameter.unit())),
                                new Cell.Day(parameter.from()),
                                Cell.plain(parameter.clause().value())))
                        .toList(),
                "",
                Words.of("none"));
    }

    private Block versions(List<RuleSets.Version> versions) {
        return new Block.Table(
                Words.of("versions"),
                List.of(
                        Words.column("version"), Words.column("state"), Words.column("since"), Words.column("by"),
                        Words.column("do")),
                versions.stream().map(this::row).toList(),
                "",
                Words.of("none"));
    }

    private List<Cell> row(RuleSets.Version version) {
        String digest = version.version().digest();
        List<Cell> links = new ArrayList<>();
        boolean proposed = version.state().equals("proposed");
        if (changes && proposed) {
            links.add(Cell.link(Words.of("rules.approve"), "do/rules/approve?subject=" + set.name() + "@" + digest));
        }
        if (changes && (proposed || version.state().equals("scheduled"))) {
            links.add(Cell.link(Words.of("rules.withdraw"), "do/rules/withdraw?subject=" + set.name() + "@" + digest));
        }
        if (changes) {
            links.add(Cell.link(Words.of("rules.edit-version"), "rules/" + set.name() + "/edit?version=" + digest + "&file=parameters.csv"));
        }
        links.add(Cell.link(Words.of("rules.compare"), "rules/" + set.name() + "?version=" + digest));
        if (changes && version.version().number() > 0) {
            links.add(Cell.link(Words.of("rules.parcel"), "parcels/" + set.name() + "/" + digest));
        }
        if (changes && !version.state().equals("refused")) {
            links.add(Cell.link(Words.of("rules.try"), "do/rules/replay?subject=" + set.name() + "@" + digest));
            links.add(Cell.link(Words.of("rules.try-cases"), "do/rules/try-cases?subject=" + set.name() + "@" + digest));
        }
        if (changes && !version.state().equals("active") && !version.state().equals("refused")) {
            links.add(Cell.link(
                    Words.of("rules.activate"), "do/rules/activate?subject=" + set.name() + "@" + digest));
        }
        return List.of(
                RulesPage.version(version),
                state(version),
                new Cell.Moment(version.at()),
                version.version().number() > 0 ? people(version) : Cell.words(Words.person(version.by())),
                new Cell.Many(links));
    }

    private static Cell state(RuleSets.Version version) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.words(Words.of("version." + version.state()))));
        version.from().ifPresent(day -> cells.add(new Cell.Day(day)));
        if (!version.origin().isEmpty()) {
            cells.add(Cell.plain(version.origin()));
        }
        return new Cell.Many(cells);
    }

    private Block replays() {
        return new Block.Table(
                Words.of("replays"),
                List.of(
                        Words.column("version"), Words.column("state"), Words.column("since"), Words.number("replay.tried"),
                        Words.number("replay.would-change"), Words.column("replay.report")),
                replays.stream()
                        .map(replay -> List.<Cell>of(
                                tried(replay), ReplayPage.state(replay), new Cell.Moment(replay.begun()),
                                Cell.words(Words.of("replay.of-total", replay.done(), replay.total())),
                                ReplayPage.count(replay.changed()),
                                Cell.link(Words.of("replay.look-at"), "replays/" + replay.id())))
                        .toList(),
                "",
                Words.of("replays.none"));
    }

    private static Cell tried(Replay replay) {
        Cell version = Cell.plain(replay.version().shortDigest());
        return replay.scope().cases().<Cell>map(file -> new Cell.Many(List.of(version, Cell.plain(file)))).orElse(version);
    }

    private List<Block> differences(RuleSets.Version version) {
        return new RuleDifference(rules, history, set, language).of(version);
    }
}
