package dev.kontor.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kontor.api.text.Text;
import dev.kontor.engine.cases.RuleSetCheck;
import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.set.ParameterTable;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What is wrong with a table is told of its cell")
class BadTablesTest {

    static Stream<Arguments> cells() {
        return Stream.of(
                arguments("no name", "size,from", ",from", "size.csv A1 tables.name"),
                arguments("a second row that is none", "field,", "fields,", "size.csv A2 tables.row-two"),
                arguments("a third row that is none", "unit,,,", ",,,", "size.csv A3 tables.row-three"),
                arguments("a unit of one's own", "unit,,,CNY", "unit,,,RMB", "size.csv D3 tables.unit"),
                arguments("a fact in small letters", ",Order,", ",order,", "size.csv C1 tables.fact"),
                arguments("a field that is code", "total.amount >=", "total.amount() >=", "size.csv D2 tables.field"),
                arguments("a condition without its sign", "total.amount >=,", "total.amount,", "size.csv D2 tables.sign-missing"),
                arguments("a conclusion that compares", ",task,", ",task =,", "size.csv F2 tables.sign-surplus"),
                arguments("the same column twice", "total.amount <", "total.amount >=", "size.csv E2 tables.column-twice"),
                arguments("a field that the conclusion has not", ",task,", ",tusk,", "size.csv F2 tables.conclusion-field"),
                arguments("a conclusion without a reason", "within,reason,", "within,,", "size.csv J2 tables.field"),
                arguments("a day that is none", "very large,2020-01-01", "very large,2020-13-01", "size.csv B6 tables.from"),
                arguments("a number with its unit", ",10000000,,finance", ",10000000 CNY,,finance", "size.csv D6 tables.number"),
                arguments("a number in groups", ",2000000,", ",\"2,000,000\",", "size.csv D4 tables.number"),
                arguments("half a working day", "reviewer,5,", "reviewer,5.5,", "size.csv I4 engine.parameter-value"),
                arguments("a number that nobody can count with", ",2000000,", ",1234567890123456789,", "size.csv D4 tables.number"),
                arguments("a formula", ",2000000,", ",=2*1000000,", "size.csv D4 tables.formula"),
                arguments("a quotation mark that leads out of its text", ",finance,finance.reviewer,5", ",\"fin\"\"ance\",finance.reviewer,5", "size.csv G4 tables.character"),
                arguments("a line break", ",finance,finance.reviewer,5", ",\"fin\nance\",finance.reviewer,5", "size.csv G4 tables.character"),
                arguments("an open quotation mark", "very large,", "\"very large,", "size.csv A6 tables.quotes"),
                arguments("a row without a name", "very large,", ",", "size.csv A6 tables.row-name"),
                arguments("a row that gives the rule no other numbers", "very large,2020-01-01", "large,2020-01-01", "size.csv C6 tables.row-twice"),
                arguments("a conclusion half filled", "sales.head,head,", "sales.head,,", "size.csv O6 tables.conclusion-empty"),
                arguments("a field of no fact", "large,Order total,Order total.amount >=,4.2", "large,Oder total,Order total.amount >=,4.2", "size.csv K4 tables.of-fact"),
                arguments("a number among words", "CNY,2000000", "2026,2000000", "size.csv C4 engine.number-refused"),
                arguments("a field that the fact has not", "total.amount <", "total.amout <", "size.csv A4 engine.compile"),
                arguments("a record of a bundle that does not run", ",Order,", ",dev.kontor.none.facts.Order,", "size.csv C1 engine.import-unknown"),
                arguments("a row that no case tries", "very large,2020-01-01,\"CNY, HKD\"", "very large,2020-01-01,EUR", "size.csv A6 engine.rule-untried"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void a_cell(String name, String right, String wrong, String told) {
        assertThat(TrialSet.CSV).contains(right);
        String table = TrialSet.CSV.replaceFirst(java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong));
        assertThat(TrialSet.problems(TrialSet.csv(table))).contains(told);
    }

    @Test
    void a_fact_that_is_not_there_and_a_class_that_rules_may_not_see() {
        assertThat(TrialSet.problems(TrialSet.csv(TrialSet.CSV.replace("Order", "Ordeal")))).contains("size.csv C4 engine.type-unknown");
        assertThat(TrialSet.problems(TrialSet.csv(TrialSet.CSV.replace(",Order,", ",java.lang.System,").replace("Order ", "System "))))
                .contains("size.csv C1 engine.import-refused");
    }

    @Test
    void the_same_cell_of_a_sheet_is_told_with_the_name_of_the_sheet() {
        byte[] workbook = TrialSet.xlsx(TrialSet.CSV.replace(",2000000,", ",two,"), sheet -> { });
        assertThat(TrialSet.problems(TrialSet.with("size.xlsx", workbook))).containsExactly("size.xlsx 规模 Late D4 tables.number");
    }

    @Test
    void no_problem_shows_a_line_of_rules_that_nobody_has_written() {
        byte[] again = TrialSet.CSV.getBytes(StandardCharsets.UTF_8);
        RuleSetCheck.Checked twice = TrialSet.check(TrialSet.csv(TrialSet.CSV).with(java.util.Map.of("tables/other.csv", again)));
        assertThat(twice.problems().toString()).doesNotContain(".drl");
        assertThat(twice.problems()).anyMatch(problem -> problem.file().equals("tables/other.csv") && problem.line() == 4 && problem.column() == 1
                && problem.message().arguments().get(1).equals(Text.of("engine.rule-twice", "size large", "size.csv", 4)));
    }

    @Test
    void without_a_reader_a_set_with_a_table_is_refused_and_the_bundle_is_named() {
        RuleSetCheck without = new RuleSetCheck(FactTypes.of(getClass().getClassLoader()), set -> ParameterTable.EMPTY);
        assertThat(without.check(TrialSet.csv(TrialSet.CSV)).problems()).singleElement()
                .matches(problem -> problem.file().equals("size.csv") && problem.message().key().equals("engine.tables-missing")
                        && problem.message().arguments().contains("dev.kontor.tables"));
        assertThat(without.check(TrialSet.byHand()).problems()).isEmpty();
    }

    @Test
    void a_file_in_neither_encoding() {
        assertThat(TrialSet.problems(TrialSet.with("size.csv", TrialSet.CSV.getBytes(StandardCharsets.UTF_16)))).containsExactly("size.csv tables.encoding");
        assertThat(TrialSet.problems(TrialSet.with("size.csv", new byte[] {'a', (byte) 0xFF, (byte) 0xFF}))).containsExactly("size.csv tables.encoding");
    }

    @Test
    void the_title_of_a_column_is_missing() {
        assertThat(TrialSet.problems(TrialSet.csv(TrialSet.CSV).with(java.util.Map.of("texts_zh.properties",
                TrialSet.csv("").text("texts_zh.properties").replaceFirst("parameter.size-require-within.*\n", "").getBytes(StandardCharsets.UTF_8)))))
                .containsExactly("texts_zh.properties engine.text-missing");
    }
}
