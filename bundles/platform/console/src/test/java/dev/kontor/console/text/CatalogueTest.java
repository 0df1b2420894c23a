package dev.kontor.console.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.Money;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Words in the reader's language")
final class CatalogueTest {

    private static final Formats ZH = new Formats(Locale.SIMPLIFIED_CHINESE, ZoneId.of("Asia/Shanghai"));
    private static final Formats EN = new Formats(Locale.ENGLISH, ZoneId.of("Asia/Shanghai"));

    private final Catalogue catalogue = new Catalogue(
            Map.of(
                    1L, new Catalogue.Words(Map.of(
                            "", Map.of("a.due", "Due {0}, {1}", "a.own", "The customer''s", "a.only", "English only", "a.broken", "{0,"),
                            "zh", Map.of("a.due", "{0} 到期，{1}", "a.own", "客户的"))),
                    2L, new Catalogue.Words(Map.of(
                            "", Map.of("a.only", "of a later bundle", "b.nested", "[{0}]", "subject.present", "", "subject.incoming", "incoming inspection",
                                    "subject.b.letter", "instalment {0}", "subject.part", "part {0}"),
                            "zh", Map.of("subject.present", "", "subject.incoming", "进料检验", "subject.b.letter", "第 {0} 期", "subject.part", "第 {0} 部分")))),
            id -> id.equals("lina") ? "李娜" : id);

    @Test
    void argumentsAreFormattedForTheReader() {
        Text text = Text.of("a.due", LocalDate.parse("2026-11-24"), Money.cny(2_000_000));

        assertThat(catalogue.say(text, EN)).isEqualTo("Due 2026-11-24, ¥2,000,000.00");
        assertThat(catalogue.say(text, ZH)).isEqualTo("2026-11-24 到期，¥2,000,000.00");
    }

    @Test
    @DisplayName("what a task is about is said word by word; a number stays as it is, and what says nothing to people is left out")
    void aSubjectIsSaidWordByWord() {
        Text subject = Text.of("console.subject-of", "CNC-1 present incoming");

        assertThat(catalogue.say(subject, EN)).isEqualTo("CNC-1 incoming inspection");
        assertThat(catalogue.say(subject, ZH)).isEqualTo("CNC-1 进料检验");
        assertThat(catalogue.say(Text.of("console.subject-of", "lina"), EN)).as("a person's").isEqualTo("李娜");
    }

    @Test
    @DisplayName("a number that a task is about says what it numbers, by the task's kind or by the word before it")
    void aNumberSaysWhatItNumbers() {
        Text letter = Text.of("console.subject-of", "3", "b.letter");

        assertThat(catalogue.say(letter, EN)).isEqualTo("instalment 3");
        assertThat(catalogue.say(letter, ZH)).isEqualTo("第 3 期");
        assertThat(catalogue.say(Text.of("console.subject-of", "part-2", "b.other"), ZH)).isEqualTo("第 2 部分");
        assertThat(catalogue.say(Text.of("console.subject-of", "3", "b.other"), EN)).as("of which nothing is said").isEqualTo("3");
    }

    @Test
    void momentsAreInTheCompanysZone() {
        Text text = Text.of("b.nested", Instant.parse("2026-12-31T16:30:00Z"));

        assertThat(catalogue.say(text, EN)).isEqualTo("[2027-01-01 00:30]");
    }

    @Test
    void doubledQuotesAreOneAlsoWithoutArguments() {
        assertThat(catalogue.say(Text.of("a.own"), EN)).isEqualTo("The customer's");
        assertThat(catalogue.find("a.own", Locale.ENGLISH)).contains("The customer's");
    }

    @Test
    void englishStandsInForAMissingTranslationAndTheKeyForMissingWords() {
        assertThat(catalogue.say(Text.of("a.only"), ZH)).isEqualTo("English only");
        assertThat(catalogue.say(Text.of("no.such"), ZH)).isEqualTo("no.such");
        assertThat(catalogue.find("no.such", Locale.ENGLISH)).isEmpty();
    }

    @Test
    void plainWordsAreNoPattern() {
        assertThat(catalogue.say(Text.plain("it's {0} o'clock"), EN)).isEqualTo("it's {0} o'clock");
    }

    @Test
    void textsStandInTexts() {
        assertThat(catalogue.say(Text.of("b.nested", Text.of("a.own")), ZH)).isEqualTo("[客户的]");
    }

    @Test
    void aBrokenPatternDoesNotTakeThePageAway() {
        assertThat(catalogue.say(Text.of("a.broken", "x"), EN)).contains("x");
    }

    @Test
    void peopleAreShownByName() {
        assertThat(catalogue.say(Text.of("b.nested", Text.person("lina")), ZH)).isEqualTo("[李娜]");
        assertThat(catalogue.say(Text.of("b.nested", Text.person("")), ZH)).isEqualTo("[]");
    }

    @Test
    void amountsOfOtherCurrenciesCarryTheirCode() {
        assertThat(new Money(new BigDecimal("-1200.5"), "EUR").written()).isEqualTo("−EUR 1,200.50");
        assertThat(new Money(new BigDecimal("2098000"), "CNY").written()).isEqualTo("¥2,098,000.00");
        assertThat(EN.number(new BigDecimal("1234.500"))).isEqualTo("1,234.5");
    }
}
