package dev.kontor.engine.compile;

import dev.kontor.engine.compile.DrlWords.Kind;
import dev.kontor.engine.compile.DrlWords.Word;
import dev.kontor.engine.set.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What may stand in a rule file, word by word: rules compare and conclude, numbers and days are parameters, and nothing
 * decides by order.
 */
final class DrlPolicy {

    private static final Set<String> REFUSED = Set.of(
            "global", "query", "declare", "eval", "accumulate", "acc", "groupby", "collect", "forall", "while", "for",
            "do", "try", "catch", "throw", "synchronized", "modify", "update", "delete", "retract", "insert", "drools", "kcontext",
            "salience", "dialect", "goto", "class", "interface", "enum", "memberOf", "soundslike", "matches", "static");
    /** Refused where a rule's parts are named; fields of facts have such names too. */
    private static final Set<String> REFUSED_AHEAD = Set.of("function", "unit", "from", "over", "window", "extends", "entry");

    private final String file;
    private final String source;
    private final List<Word> words;
    private final Problems problems;
    private final Set<String> reasons = new LinkedHashSet<>();

    DrlPolicy(String file, String source, Problems problems) {
        this.file = file;
        this.source = source;
        this.words = DrlWords.of(source);
        this.problems = problems;
    }

    /** The keys of reasons that the file's rules give. */
    Set<String> reasons() {
        return reasons;
    }

    void check() {
        escapes();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            switch (word.kind()) {
                case WORD -> word(i, word);
                case NUMBER -> {
                    if (!word.text().equals("0") && !word.text().equals("1")) {
                        refuse(word, "engine.number-refused", word.text());
                    }
                }
                case TEXT -> text(i, word);
                case SIGN -> {
                    if (word.text().equals("@") || word.text().equals("`")) {
                        refuse(word, "engine.word-refused", word.text());
                    }
                }
            }
        }
    }

    private void escapes() {
        int at = source.indexOf("\\u");
        if (at >= 0) {
            int line = (int) source.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
            problems.at(file, line, at - source.lastIndexOf('\n', at), "engine.escape-refused");
        }
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\uFEFF' || Character.isISOControl(c) && c != '\n' && c != '\t' || Character.getType(c) == Character.FORMAT) {
                int line = (int) source.substring(0, i).chars().filter(n -> n == '\n').count() + 1;
                problems.at(file, line, i - source.lastIndexOf('\n', i), "engine.character-refused", "U+%04X".formatted((int) c));
                return;
            }
        }
    }

    private void word(int i, Word word) {
        boolean member = is(i - 1, ".");
        if (!member && REFUSED.contains(word.text())) {
            refuse(word, "engine.word-refused", word.text());
        } else if (!member && REFUSED_AHEAD.contains(word.text()) && startsPart(i)) {
            refuse(word, "engine.word-refused", word.text());
        } else if (word.text().equals("Reason") && is(i + 1, ".") && is(i + 2, "of") && is(i + 3, "(")
                || word.text().equals("Reason") && is(i + 1, "(") && is(i - 1, "new")) {
            reason(i, word);
        }
    }

    /** Followed by another word or a text: a keyword, not the name of a field. */
    private boolean startsPart(int i) {
        return i + 1 < words.size() && (words.get(i + 1).kind() == Kind.WORD || words.get(i + 1).kind() == Kind.TEXT);
    }

    private void reason(int i, Word word) {
        int first = is(i + 1, ".") ? i + 4 : i + 2;
        if (first < words.size() && words.get(first).kind() == Kind.TEXT && (is(first + 1, ",") || is(first + 1, ")"))) {
            reasons.add(words.get(first).text());
        } else {
            refuse(word, "engine.reason-key");
        }
    }

    private void text(int i, Word word) {
        boolean clause = is(i - 1, "(") && is(i - 2, "Clause") || is(i - 1, "rule");
        boolean number = word.text().matches("\\s*[-+]?[\\d.,]+([eE]\\d+)?\\s*%?\\s*") && !Set.of("0", "1").contains(word.text());
        boolean day = word.text().matches(".*\\d{4}[-/年]\\d{1,2}([-/月]\\d{1,2}.*)?")
                || word.text().matches("\\d{1,2}[-./](\\d{1,2}|[A-Za-z]{3})[-./]\\d{2,4}");
        if (!clause && number) {
            refuse(word, "engine.number-refused", word.text());
        } else if (!clause && day) {
            refuse(word, "engine.date-refused", word.text());
        }
    }

    private boolean is(int i, String text) {
        return i >= 0 && i < words.size() && words.get(i).is(text);
    }

    private void refuse(Word word, String key, Object... arguments) {
        problems.at(file, word.line(), word.column(), key, arguments);
    }
}
