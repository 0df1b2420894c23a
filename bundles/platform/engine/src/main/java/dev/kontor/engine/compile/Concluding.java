package dev.kontor.engine.compile;

import dev.kontor.engine.compile.DrlWords.Kind;
import dev.kontor.engine.compile.DrlWords.Word;
import dev.kontor.engine.set.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One conclusion that a rule makes: {@code insertLogical( new Conclusion.… );}. A consequence is nothing but a row of them.
 *
 * @param known the fields whose value stands in the rule, by name
 */
record Concluding(String kind, Map<String, String> known) {

    /** The conclusions that rules may make, and the fields of each in their order, as far as rules ask for them. */
    static final Map<String, List<String>> FIELDS = Map.of(
            "Check", List.of("subject", "passed"),
            "Require", List.of("task", "subject", "role"),
            "Hold", List.of("milestone", "subject"),
            "Remind", List.of("role", "subject", "occasion"),
            "Violation", List.of("subject", "occasion"),
            "Penalty", List.of("subject", "occasion"));

    /** What the rule concludes; notes at its place what is something else, and a conclusion that names no clause. */
    static List<Concluding> of(RuleWords rule, Problems problems) {
        List<Concluding> all = new ArrayList<>();
        List<Word> words = rule.consequence();
        int at = 0;
        while (at < words.size()) {
            int kind = begins(words, at);
            int open = kind + 1;
            int close = kind < 0 ? words.size() : RuleWords.closing(words, open);
            if (kind < 0 || !is(words, close + 1, ")") || !is(words, close + 2, ";")) {
                problems.at(rule.file(), words.get(at).line(), words.get(at).column(), "engine.consequence-refused", rule.name());
                return all;
            }
            List<List<Word>> arguments = RuleWords.split(words.subList(open + 1, close), ",");
            if (!namesClause(arguments)) {
                Word place = words.get(kind);
                problems.at(rule.file(), place.line(), place.column(), "engine.clause-missing", rule.name());
            }
            all.add(new Concluding(words.get(kind).text(), known(words.get(kind).text(), arguments)));
            at = close + 3;
        }
        if (all.isEmpty()) {
            problems.at(rule.file(), rule.at().line(), rule.at().column(), "engine.consequence-refused", rule.name());
        }
        return all;
    }

    /** Where the kind of the conclusion stands that begins here; -1 when none does. */
    private static int begins(List<Word> words, int at) {
        if (!is(words, at, "insertLogical") || !is(words, at + 1, "(") || !is(words, at + 2, "new")) {
            return -1;
        }
        int stop = RuleWords.path(words, at + 3);
        return stop > at + 3 && FIELDS.containsKey(words.get(stop - 1).text()) && is(words, stop, "(") ? stop - 1 : -1;
    }

    /** The last argument: {@code new Clause("4.2")}, or the clause of something that was matched. */
    private static boolean namesClause(List<List<Word>> arguments) {
        if (arguments.isEmpty()) {
            return false;
        }
        List<Word> last = arguments.get(arguments.size() - 1);
        String text = RuleWords.text(last);
        return text.matches("new(dev\\.kontor\\.api\\.rule\\.)?Clause\\(\"[^\"]*[^\"\\s][^\"]*\"\\)")
                || text.matches("(?U)\\$[\\w$.()]*\\.clause(\\(\\))?|\\$clause");
    }

    private static Map<String, String> known(String kind, List<List<Word>> arguments) {
        Map<String, String> known = new HashMap<>();
        List<String> fields = FIELDS.get(kind);
        for (int i = 0; i < Math.min(fields.size(), arguments.size()); i++) {
            List<Word> argument = arguments.get(i);
            if (argument.size() == 1 && isLiteral(argument.get(0))) {
                known.put(fields.get(i), RuleWords.text(argument));
            } else if (argument.size() == 5 && argument.get(0).is("new") && argument.get(3).kind() == Kind.TEXT) {
                known.put(fields.get(i) + ".value", RuleWords.text(argument.subList(3, 4)));
            }
        }
        return known;
    }

    static boolean isLiteral(Word word) {
        return word.kind() == Kind.TEXT || word.kind() == Kind.NUMBER || word.is("true") || word.is("false");
    }

    private static boolean is(List<Word> words, int at, String wanted) {
        return at < words.size() && words.get(at).is(wanted);
    }
}
