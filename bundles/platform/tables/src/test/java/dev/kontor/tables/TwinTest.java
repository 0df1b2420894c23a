package dev.kontor.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.cases.RuleSetCheck.Checked;
import dev.kontor.engine.compile.CompiledSet;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.ReasonTexts;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A decision table decides as the same rules written by hand")
class TwinTest {

    static Stream<Arguments> forms() {
        String semicolons = TrialSet.CSV.replace("\"CNY, HKD\"", "CNY 、 HKD").replace(',', ';');
        String chinese = TrialSet.CSV.replace("field,,", "字段,,").replace("unit,,,", "单位,,,").replace("size,from", "size,生效日")
                .replace("# the largest", "# 最大的订单").replace("fact,fact", "事实,事实").replace(">=", "≥");
        return Stream.of(
                Arguments.of("by hand", TrialSet.byHand()),
                Arguments.of("CSV", TrialSet.csv(TrialSet.CSV)),
                Arguments.of("CSV with a byte order mark and Windows lines", TrialSet.csv("\uFEFF" + TrialSet.CSV.replace("\n", "\r\n"))),
                Arguments.of("CSV with semicolons", TrialSet.csv(semicolons)),
                Arguments.of("Chinese CSV in UTF-8", TrialSet.csv(chinese)),
                Arguments.of("Chinese CSV in GB 18030", TrialSet.with("size.csv", chinese.getBytes(Charset.forName("GB18030")))),
                Arguments.of("XLSX", TrialSet.with("size.xlsx", TrialSet.xlsx())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void each_form_gives_the_whole_answer_of_every_case(String name, RuleSetFiles files) {
        assertThat(TrialSet.problems(files)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void each_form_fails_a_case_that_expects_another_number(String name, RuleSetFiles files) {
        byte[] wrong = TrialSet.CASES.replace("within: 3, clause", "within: 4, clause").getBytes(StandardCharsets.UTF_8);
        assertThat(TrialSet.problems(files.with(java.util.Map.of("cases/size.yaml", wrong))))
                .containsExactlyInAnyOrder("cases/size.yaml engine.case-missing", "cases/size.yaml engine.case-surplus");
    }

    @Test
    void a_number_is_a_parameter_that_is_called_after_its_rule_and_its_column() {
        RuleSetFiles files = TrialSet.csv(TrialSet.CSV);
        RuleSetFiles whole = TrialSet.check(files).compiled().orElseThrow().whole(files);
        assertThat(ParameterTable.parse(whole, new Problems()).all())
                .filteredOn(parameter -> parameter.name().equals("size-very-large-order-total-amount-from"))
                .singleElement()
                .matches(parameter -> parameter.value().intValueExact() == 10_000_000 && parameter.unit().equals("CNY")
                        && parameter.clause().value().equals("4.10") && parameter.from().equals(LocalDate.of(2020, 1, 1)));
        assertThat(ReasonTexts.parse(whole, new Problems()).parameter("size-very-large-require-within", true)).isEqualTo("Very large orders：Time");
        assertThat(ReasonTexts.parse(whole, new Problems()).parameter("size-large-order-total-amount-below", false))
                .isEqualTo("Large orders: Amount, below");
    }

    @Test
    void a_rule_stands_in_its_row_and_what_is_kept_says_so_too() throws IOException {
        Checked checked = TrialSet.check(TrialSet.csv(TrialSet.CSV));
        CompiledSet kept = CompiledSet.of(checked.compiled().orElseThrow().bytes());
        assertThat(kept.rules()).containsEntry("size large", new CompiledSet.Place("size.csv", 4))
                .containsEntry("size very large", new CompiledSet.Place("size.csv", 6));
        assertThat(kept.notation()).isEqualTo(new DecisionTables().notation());
        assertThat(kept.source()).isEqualTo(checked.digest()).isEqualTo(checked.files().digest());
        assertThat(ParameterTable.parse(kept.whole(checked.files()), new Problems()).all()).hasSize(5);
    }

    @Test
    void a_row_of_the_same_name_gives_its_rule_other_numbers_from_a_later_day() {
        String later = TrialSet.CSV + TrialSet.CSV.lines().skip(3).findFirst().orElseThrow()
                .replace("2020-01-01", "2027-01-01").replace("2000000", "3000000") + "\n";
        String cases = TrialSet.CASES + """
                - name: on the first day of the new number
                  day: 2027-01-01
                  facts:
                    - Order: {total: 2999999.99}
                  expect: []
                - name: on the day before
                  day: 2026-12-31
                  facts:
                    - Order: {total: 2999999.99}
                  expect:
                    - Require: {within: 5}
                """;
        assertThat(TrialSet.problems(TrialSet.csv(later).with(java.util.Map.of("cases/size.yaml", cases.getBytes(StandardCharsets.UTF_8))))).isEmpty();
        assertThat(TrialSet.problems(TrialSet.csv(later.replaceFirst("(?s)(.*),finance,", "$1,legal,"))))
                .containsExactly("size.csv G7 tables.row-twice");
    }

    @Test
    void rules_by_hand_and_a_table_stand_in_one_set_and_share_its_numbers() {
        String reads = TrialSet.CSV.replace("unit,,,CNY,", "unit,,,parameter,").replace("CNY,2000000,", "CNY,large-from,")
                .replace("HKD\",10000000,", "HKD\",trial/size below,");
        RuleSetFiles files = TrialSet.csv(reads).with(java.util.Map.of(
                "parameters.csv", "name,value,unit,from,clause\nlarge-from,2000000,CNY,2020-01-01,4.2\nbelow,10000000,CNY,2020-01-01,4.2".getBytes(StandardCharsets.UTF_8)));
        assertThat(TrialSet.problems(files)).allMatch(problem -> problem.contains("engine.text-"));
    }

    @Test
    void the_example_of_the_rules_readme_is_accepted_as_it_stands() throws IOException {
        String readme = java.nio.file.Files.readString(java.nio.file.Path.of("../../../rules/README.md"));
        String example = readme.substring(readme.indexOf("```csv\n") + 7, readme.indexOf("```", readme.indexOf("```csv") + 7));
        String words = "title=Size\nsize-large=Large\nsize-very-large=Very large\nlarge-order={0} {1}\nparameter.size-order-total-amount-from=From\n"
                + "parameter.size-order-total-amount-below=Below\nparameter.size-require-within=Time\n";
        String cases = "- name: very large\n  facts:\n    - Order: {total: 10000000}\n  expect:\n    - Require: {within: 3}\n"
                + "- name: large\n  facts:\n    - Order: {total: 9999999.99}\n  expect:\n    - Require: {within: 5}\n";
        assertThat(TrialSet.problems(RuleSetFiles.of("review/trial", java.util.Map.of("size.csv", example, "cases/a.yaml", cases,
                "texts.properties", words, "texts_zh.properties", words)))).isEmpty();
    }
}
