package dev.kontor.console.pages;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.View;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of a version to be changed one by one: each with the numbers of its lines and what is wrong at them. */
final class RuleEditor {

    private final RuleSets.RuleSet set;
    private final Optional<RuleSets.Version> version;
    /** Empty while what decides is changed. */
    private final String base;
    private final Map<String, String> files;

    /** @param wanted digest of the version to change; empty for the one that decides */
    RuleEditor(RuleSets rules, RuleSets.RuleSet set, String wanted) {
        this.set = set;
        this.base = wanted;
        this.version = wanted.isEmpty()
                ? set.active()
                : Optional.of(rules.versions(set.name()).stream()
                        .filter(each -> each.version().digest().equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Words.of("no-rule-set", set.name() + "@" + wanted))));
        this.files = new TreeMap<>(version.flatMap(found -> rules.files(set.name(), found.version().digest())).orElse(Map.of()));
    }

    /** @param file to change; empty or unknown: one more */
    View show(String file) {
        List<Block> blocks = new ArrayList<>();
        version.ifPresent(found -> blocks.add(note(found)));
        if (version.stream().anyMatch(found -> !found.problems().isEmpty())) {
            blocks.add(problems());
        }
        List<Block.Tab> tabs = new ArrayList<>(files.keySet().stream()
                .map(each -> new Block.Tab(name(each), here(each), each.equals(file)))
                .toList());
        tabs.add(new Block.Tab(Words.of("rules.new-file"), here(""), !files.containsKey(file)));
        blocks.add(new Block.Tabs(tabs));
        lines(file, blocks);
        blocks.add(Block.Ask.company("rules/upload", subject(file)));
        if (files.containsKey(file)) {
            blocks.add(new Block.Section(Words.of("rules.remove-file"), List.of(Block.Ask.company("rules/remove", subject(file))), false));
        }
        return View.of(Words.of("rules.editor", set.name()), blocks.toArray(Block[]::new))
                .withAction(new Cell.Link(Words.of("rules.to-set"), "rules/" + set.name(), "scale"));
    }

    private Block note(RuleSets.Version found) {
        if (!found.problems().isEmpty()) {
            return new Block.Note(Cell.Tone.BAD, Words.of("rules.edits-refused", found.problems().size()));
        }
        boolean decides = set.active().filter(active -> active.version().digest().equals(found.version().digest())).isPresent();
        return decides
                ? new Block.Note(Cell.Tone.INFO, Words.of("rules.edits-active", "#" + found.version().number()))
                : new Block.Note(Cell.Tone.INFO, Words.of("rules.edits-version", found.version().shortDigest()));
    }

    private List<RuleSets.Problem> problems(String file) {
        return version.map(found -> found.problems().stream().filter(problem -> problem.file().equals(file)).toList()).orElse(List.of());
    }

    private Text name(String file) {
        int wrong = problems(file).size();
        return wrong == 0 ? Text.plain(file) : Words.of("rules.file-problems", file, wrong);
    }

    private String here(String file) {
        return "rules/%s/edit?version=%s&file=%s".formatted(set.name(), base, file);
    }

    private String subject(String file) {
        return set.name() + "@" + file + (base.isEmpty() ? "" : "@" + base);
    }

    private Block problems() {
        return new Block.Table(
                Words.of("rules.problems"),
                List.of(Words.column("file"), Words.number("line"), Words.column("what")),
                version.orElseThrow().problems().stream()
                        .map(problem -> List.of(
                                files.containsKey(problem.file()) ? Words.link(problem.file(), here(problem.file())) : Cell.plain(problem.file()),
                                Cell.plain(problem.line() == 0 ? "–" : "" + problem.line()),
                                Cell.words(problem.message())))
                        .toList(),
                "",
                Words.of("none"));
    }

    /** Beside the field, which has numbers only where scripts run. */
    private void lines(String file, List<Block> blocks) {
        if (!files.containsKey(file)) {
            return;
        }
        List<Block.Mark> marks = problems(file).stream()
                .filter(problem -> problem.line() > 0)
                .map(problem -> new Block.Mark(problem.line(), problem.column(), problem.message()))
                .toList();
        blocks.add(new Block.Section(Words.of("rules.numbered"),
                List.of(new Block.Source(Text.plain(""), files.get(file), marks)), !marks.isEmpty()));
    }
}
