package dev.kontor.engine.diff;

import dev.kontor.api.text.Text;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.ReasonTexts;
import dev.kontor.engine.set.RuleSetFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What becomes of a set when one version takes another's place: parameters first, then rules, words, cases, other files. */
public final class SetDiff {

    private final RuleSetFiles before;
    private final RuleSetFiles after;
    private final boolean chinese;

    /** @param chinese in which words the arguments are */
    public SetDiff(RuleSetFiles before, RuleSetFiles after, boolean chinese) {
        this.before = before;
        this.after = after;
        this.chinese = chinese;
    }

    /** Empty when both say the same, whatever their files look like. */
    public List<Text> sentences() {
        Problems ignored = new Problems();
        ReasonTexts then = ReasonTexts.parse(before, ignored);
        ReasonTexts now = ReasonTexts.parse(after, ignored);
        RuleDiff rules = new RuleDiff(before, after, then, now, chinese);
        List<Text> sentences = new ArrayList<>(new ParameterDiff(
                ParameterTable.parse(before, ignored), ParameterTable.parse(after, ignored), then, now, chinese).sentences());
        sentences.addAll(rules.sentences());
        sentences.addAll(new WordDiff(then, now, rules.comeAndGone()).sentences());
        sentences.addAll(CaseDiff.sentences(before, after));
        sentences.addAll(others());
        return sentences;
    }

    private List<Text> others() {
        TreeSet<String> paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        return paths.stream().filter(path -> !told(path)).flatMap(this::other).toList();
    }

    private static boolean told(String path) {
        return path.endsWith(".drl") || path.equals(ParameterTable.FILE) || path.equals(ReasonTexts.ENGLISH)
                || path.equals(ReasonTexts.CHINESE) || CaseDiff.isCases(path);
    }

    private Stream<Text> other(String path) {
        byte[] then = before.files().get(path);
        byte[] now = after.files().get(path);
        if (then == null || now == null) {
            return Stream.of(Text.of(then == null ? "engine.diff.file-new" : "engine.diff.file-gone", path));
        }
        return Arrays.equals(then, now) ? Stream.of() : Stream.of(Text.of("engine.diff.file-changed", path));
    }
}
