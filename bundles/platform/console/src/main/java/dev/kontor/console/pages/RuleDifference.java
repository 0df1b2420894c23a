package dev.kontor.console.pages;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.rule.RuleHistory;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What a version says otherwise than the one that decides, in sentences and line by line. */
final class RuleDifference {

    private final RuleSets rules;
    private final RuleHistory history;
    private final RuleSets.RuleSet set;
    private final String language;

    RuleDifference(RuleSets rules, RuleHistory history, RuleSets.RuleSet set, String language) {
        this.rules = rules;
        this.history = history;
        this.set = set;
        this.language = language;
    }

    List<Block> of(RuleSets.Version version) {
        Optional<RuleSets.Version> before = before(version);
        List<Text> sentences = history.changes(set.name(), before.map(found -> found.version().digest()).orElse(""), version.version().digest(), language);
        List<Block> lines = lines(before, version);
        List<Block> blocks = new ArrayList<>();
        if (lines.isEmpty()) {
            return List.of(new Block.Note(Cell.Tone.INFO, Words.of("rules.same")));
        }
        blocks.add(new Block.Table(
                Words.of("rules.sentences", before.map(RuleDifference::name).orElse("–"), name(version)),
                List.of(Words.column("rules.what-changes")),
                sentences.stream().map(sentence -> List.of(Cell.words(sentence))).toList(),
                "",
                Words.of("rules.says-the-same")));
        blocks.addAll(lines);
        return blocks;
    }

    /** What decides is compared with what decided before it. */
    private Optional<RuleSets.Version> before(RuleSets.Version version) {
        boolean decides = set.active().filter(active -> active.version().digest().equals(version.version().digest())).isPresent();
        return !decides
                ? set.active()
                : rules.versions(set.name()).stream()
                        .filter(other -> other.version().number() > 0 && other.version().number() < version.version().number())
                        .max(Comparator.comparing(other -> other.version().number()));
    }

    private static String name(RuleSets.Version version) {
        return version.version().number() == 0 ? version.version().shortDigest() : "#" + version.version().number();
    }

    private List<Block> lines(Optional<RuleSets.Version> before, RuleSets.Version version) {
        Map<String, String> then = before.map(this::files).orElse(Map.of());
        Map<String, String> now = files(version);
        List<Block> blocks = new ArrayList<>();
        TreeSet<String> files = new TreeSet<>(then.keySet());
        files.addAll(now.keySet());
        for (String file : files) {
            if (!then.getOrDefault(file, "").equals(now.getOrDefault(file, ""))) {
                blocks.add(new Block.Difference(Text.plain(file), then.getOrDefault(file, ""), now.getOrDefault(file, "")));
            }
        }
        return blocks;
    }

    private Map<String, String> files(RuleSets.Version version) {
        return rules.files(set.name(), version.version().digest()).orElse(Map.of());
    }
}
