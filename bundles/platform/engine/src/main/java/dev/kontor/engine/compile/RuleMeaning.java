package dev.kontor.engine.compile;

import dev.kontor.engine.compile.DrlWords.Kind;
import dev.kontor.engine.compile.DrlWords.Word;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.RuleSetFiles;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rule says, whatever its layout, its comments and the names of its variables are.
 *
 * @param condition equal where two rules wait for the same
 * @param conclusion equal where two rules conclude the same
 * @param written the conclusion with the names of its variables
 * @param facts simple names of what it waits for, parameters aside
 * @param kinds of its conclusions, {@code Require}
 * @param clauses that it names itself; none where a parameter brings its own
 */
public record RuleMeaning(
        String name, String condition, String conclusion, String written, Set<String> facts, Set<String> kinds, Set<String> clauses) {

    /** The rules of a set that are whole, by name. */
    public static Map<String, RuleMeaning> of(RuleSetFiles files) {
        Map<String, RuleMeaning> rules = new LinkedHashMap<>();
        for (String file : files.paths(".drl")) {
            RuleWords.of(file, DrlWords.of(files.text(file))).forEach(rule -> rules.put(rule.name(), of(rule)));
        }
        return rules;
    }

    private static RuleMeaning of(RuleWords rule) {
        Map<String, String> variables = new HashMap<>();
        Set<String> facts = new LinkedHashSet<>();
        rule.waiting().stream()
                .map(fact -> fact.type().substring(fact.type().lastIndexOf('.') + 1))
                .filter(type -> !type.equals("Parameter"))
                .forEach(facts::add);
        Set<String> kinds = new LinkedHashSet<>();
        Concluding.of(rule, new Problems()).forEach(each -> kinds.add(each.kind()));
        return new RuleMeaning(rule.name(), said(rule.conditions(), variables), said(rule.consequence(), variables),
                RuleWords.text(rule.consequence()), facts, kinds, clauses(rule.consequence()));
    }

    public boolean waitsLike(RuleMeaning other) {
        return condition.equals(other.condition);
    }

    /** A variable more in the conditions gives the others other numbers, and a variable may have got another name: not both. */
    public boolean concludesLike(RuleMeaning other) {
        return conclusion.equals(other.conclusion) || written.equals(other.written);
    }

    /** With its variables numbered in the order in which the rule names them. */
    static String said(List<Word> words, Map<String, String> variables) {
        StringBuilder said = new StringBuilder();
        for (Word word : words) {
            boolean variable = word.kind() == Kind.WORD && word.text().startsWith("$");
            said.append(word.kind()).append(variable
                    ? variables.computeIfAbsent(word.text(), name -> "$" + variables.size())
                    : word.text()).append('\n');
        }
        return said.toString();
    }

    private static Set<String> clauses(List<Word> words) {
        Set<String> clauses = new LinkedHashSet<>();
        for (int i = 0; i + 2 < words.size(); i++) {
            if (words.get(i).is("Clause") && words.get(i + 1).is("(") && words.get(i + 2).kind() == Kind.TEXT) {
                clauses.add(words.get(i + 2).text());
            }
        }
        return clauses;
    }
}
