package dev.kontor.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

    private static final String TEXT = "上海精密机械有限公司 (Shanghai) 合同 HT-2026-００７, Müller & Søhne";

    @ParameterizedTest
    @CsvSource({"精密", "上海精密机械", "械", "HT-2026-007", "ｓｈａｎｇｈａｉ", "müller", "MÜLLER 公司", "søhne 合同"})
    void aTextIsFoundByAnyOfItsWords(String query) {
        assertThat(Terms.ofText(TEXT)).containsAll(Terms.ofQuery(query));
        assertThat(Terms.ofQuery(query)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"密精", "北京", "2027", "shang"})
    void andNotByOthers(String query) {
        assertThat(Terms.ofText(TEXT).containsAll(Terms.ofQuery(query))).isFalse();
    }

    @Test
    void signsAloneAreNoQuery() {
        assertThat(Terms.ofQuery(" %_'\"; -- ")).isEmpty();
    }

    @Test
    void aLongWordIsCutWithoutHalvingACharacter() {
        assertThat(Terms.ofText("x".repeat(100))).containsExactly("x".repeat(64));
        assertThat(Terms.ofText("x".repeat(63) + "\uD801\uDC28\uD801\uDC28")).containsExactly("x".repeat(63));
    }
}
