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
            "salience", "dialect", "goto", "class", "interface", "enum", "memberOf", "soundslike", "matches", "static", "if", "else",
            "switch", "break", "continue", "return", "assert", "finally");
    /** Refused where a rule's parts are named; fields of facts have such names too. */
    private static final Set<String> REFUSED_AHEAD = Set.of("function", "unit", "from", "over", "window", "extends", "entry");

    private static final Set<String> REFUSED_SIGNS = Set.of("@", "`", "{", "}", "\\", "#", "~", "^", "%", "\"", "'");
    /** What two signs without a space between them mean in Java and not in a rule. */
    private static final Set<String> REFUSED_PAIRS =
            Set.of("->", "::", ":=", "++", "--", "+=", "-=", "*=", "/=", "<<", ">>", "?/");
    /** Each more than a rule that a person reads; a parser that goes deeper uses its stack up. */
    private static final int DEEPEST = 20;
    private static final int LONGEST_RULE = 1_000;
    private static final int LONGEST_TEXT = 1_000;

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

    List<Word> words() {
        return words;
    }

    /** Whether the file is small and flat enough to be parsed; notes where it is not. */
    boolean limits() {
        int depth = 0;
        int rule = 0;
        for (Word word : words) {
            rule = word.is("rule") || word.is("end") ? 0 : rule + 1;
            depth += word.is("(") || word.is("[") || word.is("{") ? 1 : word.is(")") || word.is("]") || word.is("}") ? -1 : 0;
            if (depth > DEEPEST) {
                refuse(word, "engine.nested-too-deep", DEEPEST);
                return false;
            } else if (rule > LONGEST_RULE) {
                refuse(word, "engine.rule-too-long", LONGEST_RULE);
                return false;
            } else if (word.text().length() > LONGEST_TEXT) {
                refuse(word, "engine.text-too-long", LONGEST_TEXT);
                return false;
            }
        }
        return true;
    }

    void check() {
        escapes();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            switch (word.kind()) {
                case WORD -> word(i, word);
                case NUMBER -> number(i, word);
                case TEXT -> text(i, word);
                case SIGN -> sign(i, word);
            }
        }
    }

    /** Neither written out nor put together from what may be written: {@code 1 + 1} is a number too. */
    private void number(int i, Word word) {
        boolean computed = i + 2 < words.size() && words.get(i + 1).kind() == Kind.SIGN && "+-*/|&".contains(words.get(i + 1).text())
                && words.get(i + 2).kind() == Kind.NUMBER;
        if (computed || !word.text().equals("0") && !word.text().equals("1")) {
            refuse(word, "engine.number-refused", computed ? "1 " + words.get(i + 1).text() + " 1" : word.text());
        }
    }

    private void sign(int i, Word word) {
        String pair = adjacent(i) ? word.text() + words.get(i + 1).text() : word.text();
        boolean assigns = word.is("=") && !pair.equals("==") && !(i > 0 && adjacent(i - 1) && "=!<>".contains(words.get(i - 1).text()));
        if (REFUSED_SIGNS.contains(word.text()) || assigns) {
            refuse(word, "engine.word-refused", word.text());
        } else if (REFUSED_PAIRS.contains(pair)) {
            refuse(word, "engine.word-refused", pair);
        }
    }

    private boolean adjacent(int i) {
        if (i + 1 >= words.size() || words.get(i + 1).kind() != Kind.SIGN || words.get(i).kind() != Kind.SIGN) {
            return false;
        }
        return words.get(i).line() == words.get(i + 1).line() && words.get(i).column() + 1 == words.get(i + 1).column();
    }

    /** Conditions compare what is there: nothing is made in them, and nothing ends in them. */
    void conditions(RuleWords rule) {
        for (Word word : rule.conditions()) {
            if (word.is("new") || word.is(";") || word.is("?")) {
                refuse(word, "engine.word-refused", word.text());
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
