package dev.kontor.engine.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.RuleEngine.Case;
import dev.kontor.api.rule.facts.RecentContracts;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Cases of a file are facts that the versions decide on, whatever the file expects")
class CaseFileTest extends Room {

    @BeforeEach
    void openOffice() {
        open();
    }

    private List<Case> read(String file, String content) {
        return office.book.cases(office.book.active(JOINT), file, content);
    }

    private boolean isLarge(Case each) {
        return !office.book.ask(office.book.active(JOINT), List.of(), each.day(), each.facts()).conclusions().isEmpty();
    }

    @Test
    void a_case_of_a_set_is_decided_by_the_versions_own_numbers() {
        List<Case> cases = read("large.yaml", """
                - parameters: {large-order-from: 1}
                - name: two million
                  day: 2026-04-01
                  facts: [{Order: {total: 2000000}}]
                  expect: []
                - facts: [{Order: {total: 1999999.99}}, {RecentContracts: {days: 30, total: 2000000, count: 2}}]
                - name: one cent less
                  facts: [{Order: {total: 1999999.99}}]
                """);
        assertThat(cases).extracting(Case::name).containsExactly("two million", "large.yaml:6", "one cent less");
        assertThat(cases).extracting(Case::day).startsWith(LocalDate.of(2026, 4, 1));
        assertThat(cases).extracting(this::isLarge).containsExactly(true, true, false);
    }

    @Test
    void a_row_of_a_table_is_a_case_and_has_the_facts_of_its_filled_cells() {
        List<Case> cases = read("Large.CSV", """
                \uFEFFname,day,Order.total,Order.currency,RecentContracts.days,RecentContracts.total\r
                "two ""million"", exactly",2026-04-01,2000000,,,\r
                in euros,,2000000,EUR\r
                ,,,\r
                added up,,5,,30,CNY 2000000
                """);
        assertThat(cases).extracting(Case::name).containsExactly("two \"million\", exactly", "in euros", "added up");
        assertThat(cases.get(0).facts()).singleElement().isInstanceOf(Order.class);
        assertThat(((Order) cases.get(1).facts().get(0)).total()).isEqualTo(new Money(new java.math.BigDecimal("2000000.00"), "EUR"));
        assertThat(cases.get(2).facts()).hasOnlyElementsOfTypes(Order.class, RecentContracts.class);
        assertThat(cases).extracting(this::isLarge).containsExactly(true, false, true);
        assertThat(read("in-europe.csv", "name;Order.total\nlarge;2000000\n")).extracting(this::isLarge).containsExactly(true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.yaml | - facts: [{Order: {total: many}}]              | 1
            a.yaml | - facts: [{Nobody: {total: 1}}]                | 1
            a.yaml | - facts: [{Order: {total: 1}}                  | 1
            a.yaml | - name: no facts                               | 1
            a.csv  | name,Order.total~a,1~b,many                    | 3
            a.csv  | name,Order.total~a,1,2                         | 2
            a.csv  | name,Order.total,Order.total~a,1,2             | 1
            a.csv  | name,Order.total~"a,1                          | 2
            a.csv  | name,price~a,1                                 | 2
            """)
    void what_cannot_be_read_is_refused_at_its_line(String file, String content, int line) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> read(file, content.replace('~', '\n'))).satisfies(refused -> {
            assertThat(refused.gaps()).singleElement().satisfies(gap -> {
                assertThat(gap.field()).isEqualTo("file");
                assertThat(gap.message().key()).isEqualTo("engine.case-at-line");
                assertThat(gap.message().arguments().get(0)).isEqualTo(line);
            });
        });
    }

    @Test
    void five_hundred_cases_are_taken_and_one_more_is_not() {
        String five = "name,Order.total\n" + "a,1\n".repeat(500);
        assertThat(read("a.csv", five)).hasSize(500);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> read("a.csv", five + "b,1\n")).withMessageContaining("too-many-cases");
    }
}
