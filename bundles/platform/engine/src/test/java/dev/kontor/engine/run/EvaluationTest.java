package dev.kontor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Firing;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.RuleEngine.Answer;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.rule.facts.TaskDue;
import dev.kontor.engine.SampleRules;
import dev.kontor.engine.compile.CompiledFiles;
import dev.kontor.engine.compile.CompiledSet;
import dev.kontor.engine.compile.RuleCompiler;
import dev.kontor.engine.compile.ShippedSets;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.ReasonTexts;
import dev.kontor.engine.set.RuleSetFiles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final String HEAD = """
            package trial.out
            import dev.kontor.api.people.Role
            import dev.kontor.api.rule.*
            import dev.kontor.api.rule.facts.TaskDue
            import dev.kontor.api.task.TaskKind
            """;
    /** A task that is late is found out, and what is found out is to be repaired within the parameter's days. */
    private static final String LATE = HEAD + """
            rule "what is wrong is repaired"
            when
                $days : Parameter( set == "trial/out", name == "days" )
                Conclusion.Check( passed == false, $subject : subject )
            then
                insertLogical( new Conclusion.Require( new TaskKind("trial.repair"), $subject, new Role("sales.rep"),
                    $days.workingDays(), Reason.of("repair", $days.value()), new Clause("1.2") ) );
            end
            rule "late is wrong"
            when
                TaskDue( overdue == true, $task : task )
            then
                insertLogical( new Conclusion.Check( $task, false, Reason.of("late", $task), new Clause("1.1") ) );
            end
            """;
    /** Every task with every other one: as many firings as their product. */
    private static final String EACH_WITH_EACH = HEAD + """
            rule "late is wrong"
            when
                TaskDue( overdue == true, $task : task )
                TaskDue( $other : task )
            then
                insertLogical( new Conclusion.Check( $task, false, Reason.of("late", $other), new Clause("1.1") ) );
            end
            """;
    private static final SetVersion VERSION = new SetVersion("trial/out", 1, "0".repeat(64));

    private static LinkedSet linked(String rules) {
        RuleSetFiles files = RuleSetFiles.of("trial/out", Map.of(
                "rules.drl", rules,
                "texts.properties", "late=Late\nrepair=Repair\nwhat-is-wrong-is-repaired=a\nlate-is-wrong=b\n",
                "texts_zh.properties", "late=迟\nrepair=修\nwhat-is-wrong-is-repaired=甲\nlate-is-wrong=乙\n"));
        Problems problems = new Problems();
        CompiledSet compiled = LinkedSet.quietly(() -> new RuleCompiler(files, SampleRules.FACTS, problems, new CompiledFiles(ShippedSets.NONE))
                .compile(Set.of("trial/out#days"), ReasonTexts.parse(files, problems))
                .orElseThrow(() -> new AssertionError(problems.all().stream().map(Problems::words).toList())));
        return LinkedSet.link(compiled, SampleRules.FACTS);
    }

    private static TaskDue task(String name, boolean overdue) {
        return new TaskDue(name, "k", "s", "r", "h", "2026-03-02", 0, overdue);
    }

    private static Parameter days(String value) {
        return new Parameter("trial/out", "days", new BigDecimal(value), "WD", LocalDate.of(2020, 1, 1), new Clause("1.2"));
    }

    private static Answer ask(LinkedSet rules, String days, Record... facts) {
        Evaluation evaluation = new Evaluation(List.of(facts));
        evaluation.ask(rules, VERSION, List.of(days(days)));
        return evaluation.answer(List.of());
    }

    private static List<String> subjects(Answer answer) {
        return answer.conclusions().stream().map(each -> each.conclusion().subject()).toList();
    }

    /** A fact of a bundle that no rule of the set speaks of. */
    private record Elsewhere() {}

    @Test
    void aRuleBaseIsNotShownWhatItsRulesDoNotSpeakOf() {
        LinkedSet rules = linked(LATE);

        assertThat(rules.speaksOf(task("t", true))).isTrue();
        assertThat(rules.speaksOf(new Elsewhere())).as("the rule base would remember its type, and with it the bundle, for ever").isFalse();
        Answer answer = ask(rules, "3", new Elsewhere(), task("t", true));
        assertThat(answer.conclusions()).hasSize(2);
        assertThat(answer.firings().get(0).matched()).as("places are those of all facts").contains(1);
    }

    @Test
    void what_a_rule_matched_is_told_by_its_place_among_facts_parameters_and_conclusions() {
        Answer answer = ask(linked(LATE), "3", task("in time", false), task("late", true));

        assertThat(answer.firings()).containsExactly(
                new Firing(VERSION, "late is wrong", List.of(1)),
                new Firing(VERSION, "what is wrong is repaired", List.of(2, 4)));
        assertThat(answer.parameters()).containsExactly(days("3"));
        assertThat(answer.conclusions()).extracting(Concluded::rule).containsExactly("what is wrong is repaired", "late is wrong");
    }

    @Test
    void a_parameter_that_two_sets_read_stands_once() {
        LinkedSet rules = linked(LATE);
        SetVersion other = new SetVersion("partner/trial.out", 1, "1".repeat(64));
        Evaluation evaluation = new Evaluation(List.of(task("late", true)));
        evaluation.ask(rules, VERSION, List.of(days("3")));
        evaluation.ask(rules, other, List.of(days("3")));
        Answer answer = evaluation.answer(List.of());

        assertThat(answer.parameters()).containsExactly(days("3"));
        assertThat(answer.conclusions()).extracting(each -> each.set().set())
                .containsExactly("trial/out", "trial/out", "partner/trial.out", "partner/trial.out");
        assertThat(answer.firings().get(3)).isEqualTo(new Firing(other, "what is wrong is repaired", List.of(1, 5)));
    }

    @Test
    void nothing_of_one_question_is_left_for_the_next() {
        LinkedSet rules = linked(LATE);

        assertThat(subjects(ask(rules, "3", task("a", true), task("b", true)))).containsExactlyInAnyOrder("a", "a", "b", "b");
        assertThat(ask(rules, "3", task("c", false))).isEqualTo(ask(linked(LATE), "3", task("c", false)));
        assertThat(ask(rules, "3", task("a", true))).isEqualTo(ask(linked(LATE), "3", task("a", true)));
    }

    @Test
    void a_rule_that_fails_spoils_no_later_question() {
        LinkedSet rules = linked(LATE);

        assertThatThrownBy(() -> ask(rules, "1.5", task("a", true)))
                .isInstanceOf(CannotDecide.class)
                .hasMessageContaining("what is wrong is repaired");
        assertThat(ask(rules, "2", task("b", true))).isEqualTo(ask(linked(LATE), "2", task("b", true)));
    }

    /** No rule has fired by then: it is the code that tells whose condition it was. */
    @Test
    void a_rule_that_fails_in_its_condition_is_named() {
        LinkedSet rules = linked(LATE.replace("overdue == true, $task : task", "overdue == true, $task : task.strip()"));

        assertThatThrownBy(() -> ask(rules, "3", new TaskDue(null, "k", "s", "r", "h", "2026-03-02", 0, true)))
                .isInstanceOf(CannotDecide.class).hasMessageContaining("\"late is wrong\"");
        assertThatThrownBy(() -> ask(linked(LATE.replace("overdue == true", "task.length() > 0")), "3",
                        new TaskDue(null, "k", "s", "r", "h", "2026-03-02", 0, true)))
                .isInstanceOf(CannotDecide.class).hasMessageContaining("\"late is wrong\"");
    }

    @Test
    void a_thousand_and_ten_firings_of_one_rule_are_too_many() {
        LinkedSet rules = linked(EACH_WITH_EACH);
        Record[] most = java.util.stream.IntStream.range(0, 31).mapToObj(i -> task("t" + i, true)).toArray(Record[]::new);
        Record[] more = java.util.stream.IntStream.range(0, 32).mapToObj(i -> task("t" + i, true)).toArray(Record[]::new);

        assertThat(ask(rules, "3", most).conclusions()).hasSize(961);
        assertThatThrownBy(() -> ask(rules, "3", more)).isInstanceOf(CannotDecide.class)
                .hasMessageContaining("1010 times").hasMessageContaining("late is wrong");
        assertThat(ask(rules, "3", task("b", true)).conclusions()).hasSize(1);
    }

    @Test
    void a_thousand_facts_are_enough() {
        LinkedSet rules = linked(LATE);
        Record[] most = java.util.Collections.nCopies(999, task("a", false)).toArray(Record[]::new);
        Record[] more = java.util.Collections.nCopies(1_000, task("a", false)).toArray(Record[]::new);

        assertThat(ask(rules, "3", most).conclusions()).isEmpty();
        assertThatThrownBy(() -> ask(rules, "3", more)).isInstanceOf(CannotDecide.class).hasMessageContaining("1001");
    }
}
