package dev.kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/**
 * Tests that a bundle says everything in Chinese and in English. A test class implements it and is done; it runs in the
 * bundle's folder, where Maven runs tests.
 */
public interface SpeaksBothLanguages {

    /** The English words of the bundle, by key. */
    default Properties english() {
        return Words.read("messages.properties");
    }

    /** The Chinese words of the bundle, by key. */
    default Properties chinese() {
        return Words.read("messages_zh.properties");
    }

    /** Every word, with the same values in its places. */
    @Test
    default void everythingIsSaidInBothLanguages() {
        assertThat(Translations.problems(english(), chinese())).isEmpty();
    }

    /** What rules looked at is shown to people by these: {@code fact.field.CreditAccount.limit}. */
    @Test
    default void everyFactOfTheBundleAndEachOfItsValuesHasWords() {
        assertThat(english().stringPropertyNames()).containsAll(Words.ofFactsIn(Path.of("src", "main", "java")));
    }

    @Test
    default void everyKeyInTheSourceHasWords() {
        List<String> keys = Words.keysIn(Path.of("src", "main", "java"));

        assertThat(keys).isNotEmpty();
        assertThat(english().stringPropertyNames()).containsAll(keys);
    }
}
