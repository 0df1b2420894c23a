package dev.kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is not said in both languages is named")
final class TranslationsTest {

    @Test
    void aKeyOfOneLanguageOnly() {
        assertThat(Translations.problems(words("customs.a", "One"), words("customs.b", "一")))
                .containsExactly("customs.a is not said in Chinese.", "customs.b is not said in English.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "The order {0} is worth {1}.|订单 {0}。|customs.a names the values [0, 1] in English and [0] in Chinese.",
        "Item {10}|第 {1} 项|customs.a names the values [10] in English and [1] in Chinese.",
        "Clerk|Clerk|customs.a is in English in both languages: Clerk",
        "Given {0,date}|Given {0,date}|customs.a is in English in both languages: Given {0,date}"
    })
    void whatDiffersOrWasLeftInEnglish(String english, String chinese, String problem) {
        assertThat(compared(english, chinese)).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Worth {0}|金额 {0}", "{1}|{0}", "{0} kW|{0} kW", "KPI {0}|KPI {0}", "{0,number}|{0,number}", "''{1}'' by {0}|{0}“{1}”"})
    void whatIsTheSameInBoth(String english, String chinese) {
        assertThat(compared(english, chinese)).isEmpty();
    }

    private static List<String> compared(String english, String chinese) {
        return Translations.problems(words("customs.a", english), words("customs.a", chinese));
    }

    private static Properties words(String key, String text) {
        Properties words = new Properties();
        words.setProperty(key, text);
        return words;
    }
}
