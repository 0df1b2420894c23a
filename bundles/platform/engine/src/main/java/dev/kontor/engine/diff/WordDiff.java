package dev.kontor.engine.diff;

import dev.kontor.api.text.Text;
import dev.kontor.engine.set.ReasonTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Words that people will read instead of others, in either language. */
final class WordDiff {

    private final ReasonTexts then;
    private final ReasonTexts now;
    /** Keys of rules that came or went: their words come and go with them. */
    private final Set<String> told;

    WordDiff(ReasonTexts then, ReasonTexts now, Set<String> rules) {
        this.then = then;
        this.now = now;
        this.told = rules.stream().map(ReasonTexts::key).collect(Collectors.toSet());
    }

    List<Text> sentences() {
        List<Text> sentences = new ArrayList<>();
        for (boolean chinese : new boolean[] {false, true}) {
            Map<String, String> before = then.words(chinese);
            Map<String, String> after = now.words(chinese);
            Text language = Text.of(chinese ? "engine.diff.chinese" : "engine.diff.english");
            TreeSet<String> keys = new TreeSet<>(before.keySet());
            keys.addAll(after.keySet());
            keys.removeAll(told);
            for (String key : keys) {
                String old = before.getOrDefault(key, "");
                String next = after.getOrDefault(key, "");
                if (!before.containsKey(key)) {
                    sentences.add(Text.of("engine.diff.words-new", language, key, next));
                } else if (!after.containsKey(key)) {
                    sentences.add(Text.of("engine.diff.words-gone", language, key, old));
                } else if (!old.equals(next)) {
                    sentences.add(Text.of("engine.diff.words", language, key, old, next));
                }
            }
        }
        return sentences;
    }
}
