package dev.kontor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.engine.cases.RuleSetCheck.Checked;
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

@DisplayName("A broken rule set is refused, and the place is named")
class BrokenRulesTest {

    private static final String HEAD = """
            package review.joint
            import dev.kontor.api.order.Order
            import dev.kontor.api.order.OrderLine
            import dev.kontor.api.people.Role
            import dev.kontor.api.rule.*
            import dev.kontor.api.rule.facts.*
            import dev.kontor.api.task.TaskKind
            """;
    private static final String CHECK =
            "insertLogical( new Conclusion.Check( \"credit\", true, Reason.of(\"large-order\", $o.number(), $o.number()), new Clause(\"4.2\") ) );";

    /** A rule file whose line 9 is the condition and whose line 11 is the consequence. */
    private static String rule(String condition, String consequence) {
        return HEAD + "rule \"extra\" when\n" + condition + "\nthen\n" + consequence + "\nend\n";
    }

    static Stream<Arguments> files() {
        String order = "$o : Order( currency == \"CNY\" )";
        return Stream.of(
                arguments("a half file", HEAD + "rule \"extra\" when\n" + order, "engine.syntax", 9),
                arguments("a missing end", HEAD + "rule \"extra\" when\n" + order + "\nthen\n" + CHECK, "engine.syntax", 11),
                arguments("a misspelt field", rule("$o : Order( curency == \"CNY\" )", CHECK), "engine.compile", 9),
                arguments("an unknown fact", rule("$o : Ordre( )", CHECK), "engine.type-unknown", 9),
                arguments("an unknown import", "package review.joint\nimport dev.kontor.nowhere.facts.Thing\n" + rule(order, CHECK).substring(21),
                        "engine.import-unknown", 2),
                arguments("a refused import", "package review.joint\nimport java.io.File\n" + rule(order, CHECK).substring(21),
                        "engine.import-refused", 2),
                arguments("a wrong type", rule("$o : Order( revision == \"one\", revision.foo() )", CHECK), "engine.compile", 9),
                arguments("a number", rule("$o : Order( total.amount >= 2000000 )", CHECK), "engine.number-refused", 9),
                arguments("a number in disguise", rule("$o : Order( total.amount >= new java.math.BigDecimal(\"2000000\") )", CHECK),
                        "engine.number-refused", 9),
                arguments("a day", rule("$o : Order( delivery.date > \"2026-01-01\" )", CHECK), "engine.date-refused", 9),
                arguments("a global", HEAD + "global java.util.List out\n" + rule(order, CHECK).substring(HEAD.length()),
                        "engine.word-refused", 8),
                arguments("a salience", rule(order, CHECK).replace("\"extra\" when", "\"extra\" salience 1 when"), "engine.word-refused", 8),
                arguments("no-loop", rule(order, CHECK).replace("\"extra\" when", "\"extra\" no-loop true when"), "engine.attribute-refused", 8),
                arguments("an agenda group", rule(order, CHECK).replace("\"extra\" when", "\"extra\" agenda-group \"x\" when"),
                        "engine.attribute-refused", 8),
                arguments("an effective date", rule(order, CHECK).replace("\"extra\" when", "\"extra\" date-effective \"01-Jan-2026\" when"),
                        "engine.attribute-refused", 8),
                arguments("a function", HEAD + "function int one() { return 1; }\n" + rule(order, CHECK).substring(HEAD.length()),
                        "engine.word-refused", 8),
                arguments("an eval", rule(order + " eval( $o.revision() > 0 )", CHECK), "engine.word-refused", 9),
                arguments("a from", rule(order + " OrderLine( ) from $o.lines", CHECK), "engine.word-refused", 9),
                arguments("an accumulate", rule(order + " accumulate( OrderLine( $q : quantity ); $s : sum($q) )", CHECK),
                        "engine.word-refused", 9),
                arguments("a join without equality",
                        rule(order + " RecentContracts( ) TaskDue( ) ViolationFound( )", CHECK), "engine.join-missing", 9),
                arguments("an unknown parameter",
                        rule(order + " Parameter( set == \"review/joint\", name == \"larg-order-from\" )", CHECK), "engine.parameter-unknown", 9),
                arguments("a parameter by variable", rule(order + " Parameter( name == $o.customerName )", CHECK),
                        "engine.parameter-pattern", 9),
                arguments("a Unicode escape", rule(order, "\\u0052untime.getRuntime();"), "engine.escape-refused", 11),
                arguments("System.exit", rule(order, "System.exit(0);"), "engine.compile", 11),
                arguments("Runtime.exec", rule(order, "Runtime.getRuntime();"), "engine.compile", 11),
                arguments("a thread", rule(order, "new Thread().start();"), "engine.compile", 11),
                arguments("a file", rule(order, "new java.io.File(\"x\").delete();"), "engine.compile", 11),
                arguments("reflection", rule(order, "$o.getClass().getClassLoader();"), "engine.member-refused", 11),
                arguments("Class.forName", rule(order, "Class.forName(\"x\");"), "engine.member-refused", 11),
                arguments("System in a condition", rule("$o : Order( System.nanoTime() > 0 )", CHECK), "engine.compile", 9),
                arguments("the engine's own context", rule(order, "drools.getKieRuntime().halt();"), "engine.word-refused", 11),
                arguments("an endless loop", rule(order, "while (true) { }"), "engine.word-refused", 11),
                arguments("a catch", rule(order, "try { " + CHECK + " } catch (Throwable t) { }"), "engine.word-refused", 11),
                arguments("a long text", rule(order, "\"x\".repeat($o.revision());"), "engine.member-refused", 11),
                arguments("the clock", rule(order, "java.time.LocalDate.now();"), "engine.member-refused", 11),
                arguments("a fact inserted", rule(order, "insert( $o );"), "engine.word-refused", 11),
                arguments("a fact changed", rule(order, "modify( $o ) { }"), "engine.word-refused", 11),
                arguments("a computed reason", rule(order, CHECK.replace("\"large-order\"", "$o.customerName()")), "engine.reason-key", 11),
                arguments("a rule of the same name",
                        rule(order, CHECK).replace("\"extra\"", "\"large order needs a financial evaluation\""), "engine.rule-twice", 8),
                arguments("a rule that no case tries", rule(order.replace("CNY", "EUR"), CHECK), "engine.rule-untried", 8),
                arguments("another package", rule(order, CHECK).replace("package review.joint", "package joint"), "engine.package-differs", 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_broken_rule_file(String name, String file, String key, int line) {
        RuleSetFiles files = SampleRules.joint().with(Map.of(
                "zz.drl", file.getBytes(StandardCharsets.UTF_8),
                "texts.properties", (SampleRules.joint().text("texts.properties") + "extra=Extra\n").getBytes(StandardCharsets.UTF_8),
                "texts_zh.properties", (SampleRules.joint().text("texts_zh.properties") + "extra=另外\n").getBytes(StandardCharsets.UTF_8)));
        Checked checked = SampleRules.CHECK.check(files);
        assertThat(checked.compiled()).isEmpty();
        assertThat(checked.problems())
                .as("%s", checked.problems().stream().map(Problems::words).toList())
                .anyMatch(problem -> problem.message().key().equals(key) && problem.line() == line
                        && (problem.file().equals("zz.drl") || key.equals("engine.package-differs") || key.equals("engine.rule-twice")));
    }

    /** The words of the sample without one line. */
    private static String without(String file, String key) {
        return SampleRules.joint().text(file).replaceFirst("(?m)^" + key + "=.*\\R", "");
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
                arguments("texts_zh.properties", "\n", "engine.text-missing", 0),
                arguments("texts.properties", without("texts.properties", "title"), "engine.text-missing", 0),
                arguments("texts_zh.properties", without("texts_zh.properties", "parameter.large-order-from"), "engine.text-missing", 0),
                arguments("cases/large.yaml", "- name: [\n", "engine.case-broken", 2),
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
