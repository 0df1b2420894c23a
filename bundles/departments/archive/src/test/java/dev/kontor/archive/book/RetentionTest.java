package dev.kontor.archive.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 9.2: retention is counted from 1 January after the year (R-9.6)")
final class RetentionTest {

    @Test
    void tenYearsOfWhatArose2026EndWithTheYear2036() {
        assertThat(new Retention(120).until(2026)).contains(LocalDate.of(2036, 12, 31));
    }

    @Test
    void aPeriodThatIsNoWholeYearEndsWithItsMonth() {
        assertThat(new Retention(18).until(2026)).contains(LocalDate.of(2028, 6, 30));
        assertThat(new Retention(18).code()).isEqualTo("D2");
    }

    @Test
    void forEverNeverEndsAndIsTheLongest() {
        Retention forEver = new Retention(0);

        assertThat(forEver.until(2026)).isEmpty();
        assertThat(forEver.code()).isEqualTo("Y");
        assertThat(Retention.longest(List.of(new Retention(120), forEver, new Retention(360)))).isEqualTo(forEver);
        assertThat(Retention.longest(List.of(new Retention(120), new Retention(360)))).isEqualTo(new Retention(360));
    }
}
