package dev.kontor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.order.Order;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.rule.facts.TaskDue;
import dev.kontor.engine.cases.RuleSetCheck;
import dev.kontor.engine.cases.RuleSetCheck.Checked;
import dev.kontor.engine.run.Evaluation;
import dev.kontor.engine.run.LinkedSet;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.RuleSetFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Hostile and mistaken rule files are refused or bounded, honest ones are not")
class ConfinementTest {

    private static final Pattern REFUSED = Pattern.compile("// refused by (\\w+), line (\\d+): (.+)");
    private static final Pattern BOUNDED = Pattern.compile("// bounded in \"([^\"]+)\", (\\d+) tasks: (.+)");
    private static final RuleSetCheck CHECK = new RuleSetCheck(SampleRules.FACTS, set -> ParameterTable.EMPTY);
    private static final Map<String, Set<String>> STEPS = Map.of(
            "words", Set.of("word-refused", "escape-refused", "character-refused", "number-refused", "date-refused", "reason-key",
                    "nested-too-deep", "rule-too-long", "text-too-long"),
            "syntax", Set.of("syntax"),
            "shape", Set.of("package-missing", "package-refused", "attribute-refused", "declaration-refused", "import-refused",
                    "import-unknown", "type-unknown", "element-refused", "source-refused", "join-missing", "parameter-pattern",
                    "parameter-unknown", "rule-twice", "rule-without-pattern", "too-many-patterns", "too-many-alternatives"),
            "lint", Set.of("consequence-refused", "clause-missing", "rule-repeats", "condition-never", "rule-refires"),
            "compile", Set.of("compile"),
            "bytecode", Set.of("type-refused", "member-refused", "loop-refused", "catch-refused"),
            "cases", Set.of("rule-untried", "case-undecided"));

    static Stream<String> attacks() {
        return RuleSuite.files("attacks").filter(file -> !file.startsWith("bounded/"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void an_attack_is_refused_at_its_place_in_both_languages(String file) {
        Matcher expected = REFUSED.matcher(RuleSuite.text("attacks", file));
        assertThat(expected.lookingAt()).as("the first line of %s", file).isTrue();
        Checked checked = CHECK.check(RuleSuite.set("attacks", file));

        assertThat(checked.compiled()).isEmpty();
        assertThat(checked.problems())
                .as("%s", checked.problems().stream().map(Problems::words).toList())
                .anySatisfy(problem -> {
                    assertThat(STEPS.get(expected.group(1))).contains(problem.message().key().replace("engine.", ""));
                    assertThat(problem.line()).isEqualTo(Integer.parseInt(expected.group(2)));
                    assertThat(said(problem, Locale.ENGLISH)).contains(expected.group(3).strip());
                    assertThat(problem.column()).isPositive();
                    assertThat(said(problem, Locale.CHINESE)).matches("(?s).*[\\u4e00-\\u9fff].*");
                });
    }

    private static String said(Problem problem, Locale language) {
        return RuleSuite.words(problem.message().key(), problem.message().arguments(), language);
    }

    static Stream<String> bounded() {
        return RuleSuite.files("attacks").filter(file -> file.startsWith("bounded/"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounded")
    void what_passes_and_runs_away_fails_its_one_decision_and_names_the_rule(String file) {
        Matcher expected = BOUNDED.matcher(RuleSuite.text("attacks", file));
        assertThat(expected.lookingAt()).as("the first line of %s", file).isTrue();
        RuleSetFiles set = RuleSuite.set("attacks", file);
        Checked checked = CHECK.check(set);
        assertThat(checked.problems().stream().map(Problems::words)).isEmpty();
        LinkedSet rules = LinkedSet.link(checked.compiled().orElseThrow(), SampleRules.FACTS);
        List<Conclusion> before = ask(rules, set, 1);

        assertThatThrownBy(() -> ask(rules, set, Integer.parseInt(expected.group(2))))
                .isInstanceOf(CannotDecide.class)
                .hasMessageContaining(expected.group(1))
                .hasMessageContaining(expected.group(3).strip());
        assertThat(before).isNotEmpty();
        assertThat(ask(rules, set, 1)).isEqualTo(before);
    }

    /** Tasks of one kind and one holder, so that every one of them fits every other one. */
    private static List<Conclusion> ask(LinkedSet rules, RuleSetFiles set, int tasks) {
        LocalDate day = LocalDate.of(2026, 3, 2);
        Order order = Orders.of(2_000_000);
        List<Record> facts = new ArrayList<>(List.of(order));
        for (int i = 0; i < tasks; i++) {
            facts.add(new TaskDue("task-" + i, "k", "s", "r", "h", "2026-03-02", tasks, true));
        }
        Evaluation evaluation = new Evaluation(facts);
        ParameterTable own = ParameterTable.parse(set, new Problems());
        evaluation.ask(rules, new SetVersion(set.set(), 1, set.digest()), rules.parameters(set.set(), own, other -> ParameterTable.EMPTY, day));
        return evaluation.answer(List.of()).conclusions().stream().map(each -> each.conclusion()).toList();
    }

    static Stream<String> honest() {
        return RuleSuite.files("honest");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("honest")
    void an_honest_file_is_accepted_and_decides_as_its_cases_say(String file) {
        assertThat(CHECK.check(RuleSuite.set("honest", file)).problems().stream().map(Problems::words)).isEmpty();
    }

    @org.junit.jupiter.api.Test
    void the_suites_are_whole() {
        assertThat(attacks().count() + bounded().count()).isGreaterThanOrEqualTo(100);
        assertThat(honest().count()).isGreaterThanOrEqualTo(60);
    }
}
