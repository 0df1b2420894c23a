package dev.kontor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.engine.cases.RuleSetCheck;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.RuleSetFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A broken rule set is refused, and the place is named")
class BrokenRulesTest {

    /** What is wrong with one file beside others; whole files are in the suite of {@link ConfinementTest}. */
    static Stream<Arguments> files() {
        String joint = SampleRules.joint().text("joint.drl");
        return Stream.of(
                arguments("a rule of the same name", joint, "engine.rule-twice", 11),
                arguments("a rule that says the same", joint.replace("rule \"", "rule \"also "), "engine.rule-repeats", 11),
                arguments("another package", joint.replace("package review.joint", "package joint"), "engine.package-differs", 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_rule_file_that_does_not_fit_the_others(String name, String file, String key, int line) {
        List<Problem> problems = SampleRules.CHECK
                .check(SampleRules.joint().with(Map.of("zz.drl", file.getBytes(StandardCharsets.UTF_8)))).problems();
        assertThat(problems)
                .as("%s", problems.stream().map(Problems::words).toList())
                .anyMatch(problem -> problem.message().key().equals(key) && problem.line() == line && problem.file().equals("zz.drl"));
    }

    /** The words of the sample without one line. */
    private static String without(String file, String key) {
        return SampleRules.joint().text(file).replaceFirst("(?m)^" + key + "=.*\\R", "");
    }

    private static int line(String file, String key) {
        return 1 + (int) SampleRules.joint().text(file).lines().takeWhile(row -> !row.startsWith(key + "=")).count();
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments("parameters.csv", "name,value,unit,from,clause\nlarge-order-from,two,CNY,2020-01-01,4.2\n", "engine.parameter-value", 2),
                arguments("parameters.csv", "name,value,unit,from,clause\nlarge-order-from,2,CNY,1.1.2020,4.2\n", "engine.parameter-from", 2),
                arguments("parameters.csv", "name,value,unit,from,clause\nlarge-order-from,2,RMB,2020-01-01,4.2\n", "engine.parameter-unit", 2),
                arguments("parameters.csv", "name,value,unit,from,clause\nlarge-order-from,2,CNY,2020-01-01\n", "engine.parameter-cells", 2),
                arguments("parameters.csv", "name,value,unit,from,clause\nevaluation-days,1.5,WD,2020-01-01,4.2\n", "engine.parameter-value", 2),
                arguments("parameters.csv", "name;value\n", "engine.parameters-header", 1),
                arguments("texts_zh.properties", "large-order={0\n", "engine.text-broken", 1),
                arguments("texts.properties", SampleRules.joint().text("texts.properties").replaceFirst("(?m)^large-order=.*$", "large-order={0} to {9}"),
                        "engine.text-places", line("texts.properties", "large-order")),
                arguments("texts_zh.properties", "\n", "engine.text-missing", 0),
                arguments("texts.properties", without("texts.properties", "title"), "engine.text-missing", 0),
                arguments("texts_zh.properties", without("texts_zh.properties", "parameter.large-order-from"), "engine.text-missing", 0),
                arguments("cases/large.yaml", "- name: [\n", "engine.case-broken", 2),
                arguments("cases/large.yaml", "- name: x\n  facts:\n    - Order: {total: 1E999999999}\n  expect: []\n", "engine.case-broken", 3),
                arguments("cases/large.yaml", "- name: x\n  parameters: {large-order-from: 1E999999999}\n  facts: []\n  expect: []\n",
                        "engine.case-broken", 1),
                arguments("cases/large.yaml", "- name: x\n  facts:\n    - Oder: {}\n  expect: []\n", "engine.case-broken", 3),
                arguments("cases/large.yaml", "- name: x\n  facts:\n    - Order: {totl: 1}\n  expect: []\n", "engine.case-broken", 3),
                arguments("cases/large.yaml", "- name: x\n  facts:\n    - Order: {total: 2000000}\n  expect: []\n", "engine.case-surplus", 1),
                arguments("cases/large.yaml", "- name: x\n  facts:\n    - Order: {total: 1}\n  expect:\n    - Require: {subject: finance}\n",
                        "engine.case-missing", 5));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("others")
    void another_broken_file(String file, String content, String key, int line) {
        List<Problem> problems = SampleRules.CHECK
                .check(SampleRules.joint().with(Map.of(file, content.getBytes(StandardCharsets.UTF_8)))).problems();
        assertThat(problems)
                .as("%s", problems.stream().map(Problems::words).toList())
                .anyMatch(problem -> problem.message().key().equals(key) && problem.line() == line && problem.file().equals(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void cases_that_are_nested_without_end(String opening) {
        byte[] deep = opening.repeat(50_000).getBytes(StandardCharsets.UTF_8);
        assertThat(SampleRules.CHECK.check(SampleRules.joint().with(Map.of("cases/large.yaml", deep))).problems())
                .anyMatch(problem -> problem.message().key().equals("engine.case-broken") && problem.line() == 1);
    }

    @Test
    void a_candidate_that_breaks_the_check_off_is_refused() {
        RuleSetCheck failing = new RuleSetCheck(SampleRules.FACTS, set -> {
            throw new IllegalStateException("no parameters");
        });
        byte[] reads = SampleRules.joint().text("joint.drl").replace("set == \"review/joint\"", "set == \"a/b\"").getBytes(StandardCharsets.UTF_8);
        assertThat(failing.check(SampleRules.joint().with(Map.of("joint.drl", reads))).problems())
                .singleElement().matches(problem -> problem.message().key().equals("engine.check-failed"));
    }

    @Test
    void a_file_in_another_encoding() {
        byte[] gbk = "规则".getBytes(java.nio.charset.Charset.forName("GBK"));
        assertThat(SampleRules.CHECK.check(SampleRules.joint().with(Map.of("x.drl", gbk))).problems())
                .anyMatch(problem -> problem.message().key().equals("engine.not-utf8") && problem.file().equals("x.drl"));
    }

    @Test
    void a_file_that_is_too_large() {
        assertThat(SampleRules.CHECK.check(SampleRules.joint().with(Map.of("x.drl", new byte[300_000]))).problems())
                .anyMatch(problem -> problem.message().key().equals("engine.file-too-large"));
    }
}
