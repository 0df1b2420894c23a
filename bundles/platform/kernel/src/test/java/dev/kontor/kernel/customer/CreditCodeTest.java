package dev.kontor.kernel.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91110000802100433B"})
    void takesCodesWhoseCheckCharacterFits(String code) {
        assertThat(CreditCode.isRight(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "91350100M000100Y44", "91350100M000100Y4", "91350100M000100Y433", "91350100M000100I43",
                "19350100M000100Y43", "91350100m000100y43"
            })
    void refusesOthers(String code) {
        assertThat(CreditCode.isRight(code)).isFalse();
    }
}
