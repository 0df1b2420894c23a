package dev.kontor.engine.compile;

import dev.kontor.engine.compile.DrlWords.Kind;
import dev.kontor.engine.compile.DrlWords.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * One rule of a file, cut at its keywords.
 *
 * @param at the word {@code rule}
 */
record RuleWords(String file, String name, Word at, List<Word> conditions, List<Word> consequence) {

    /**
     * A fact that a rule waits for.
     *
     * @param type as it is written, with its dots
     * @param constraints what stands between its commas
     */
    record Waiting(Word at, String type, List<List<Word>> constraints) {}

    /** The rules that are whole; the parser tells of the others. */
    static List<RuleWords> of(String file, List<Word> words) {
        List<RuleWords> rules = new ArrayList<>();
        int from = keyword(words, 0, "rule");
        while (from < words.size()) {
            int when = keyword(words, from + 1, "when");
            int then = keyword(words, from + 1, "then");
            int end = keyword(words, then, "end");
            if (from + 1 < words.size() && when < then && end < words.size()) {
                rules.add(new RuleWords(file, words.get(from + 1).text(), words.get(from),
                        words.subList(when + 1, then), words.subList(then + 1, end)));
            }
            from = keyword(words, Math.max(end, from) + 1, "rule");
        }
        return rules;
    }

    /** The next such word that is not inside of parentheses and no member. */
    private static int keyword(List<Word> words, int from, String wanted) {
        int depth = 0;
        for (int i = from; i < words.size(); i++) {
            Word word = words.get(i);
            depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
            if (depth <= 0 && word.kind() == Kind.WORD && word.is(wanted) && !(i > 0 && words.get(i - 1).is("."))) {
                return i;
            }
        }
        return words.size();
    }

    /** Every fact that the conditions name, negated ones too. */
    List<Waiting> waiting() {
        List<Waiting> found = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            int stop = path(conditions, i);
            boolean type = stop > i && Character.isUpperCase(conditions.get(stop - 1).text().charAt(0));
            if (type && stop < conditions.size() && conditions.get(stop).is("(")) {
                int close = closing(conditions, stop);
                found.add(new Waiting(conditions.get(i), text(conditions.subList(i, stop)), split(conditions.subList(stop + 1, close), ",")));
                i = close;
            } else if (stop > i) {
                i = stop - 1;
            }
        }
        return found;
    }

    /** Where a name with its dots ends; {@code from} when there is none. */
    static int path(List<Word> words, int from) {
        int at = from;
        while (at < words.size() && words.get(at).kind() == Kind.WORD) {
            at++;
            if (at + 1 < words.size() && words.get(at).is(".") && words.get(at + 1).kind() == Kind.WORD) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    /** Where the parenthesis that opens here closes; the end when it does not. */
    static int closing(List<Word> words, int open) {
        int depth = 0;
        for (int i = open; i < words.size(); i++) {
            depth += words.get(i).is("(") ? 1 : words.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return words.size();
    }

    /** The parts between the signs that stand in no parentheses. */
    static List<List<Word>> split(List<Word> words, String sign) {
        List<List<Word>> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < words.size(); i++) {
            depth += words.get(i).is("(") ? 1 : words.get(i).is(")") ? -1 : 0;
            if (depth == 0 && words.get(i).is(sign)) {
                parts.add(words.subList(from, i));
                from = i + 1;
            }
        }
        if (from < words.size()) {
            parts.add(words.subList(from, words.size()));
        }
        return parts;
    }

    /** As one text, in which a text keeps its quotes. */
    static String text(List<Word> words) {
        StringBuilder text = new StringBuilder();
        words.forEach(word -> text.append(word.kind() == Kind.TEXT ? '"' + word.text() + '"' : word.text()));
        return text.toString();
    }
}
