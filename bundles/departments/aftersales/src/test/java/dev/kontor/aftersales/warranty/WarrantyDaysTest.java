package dev.kontor.aftersales.warranty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Regulation 8.1: a warranty of months ends with the day of its number (R-8.1)")
final class WarrantyDaysTest {

    @ParameterizedTest(name = "delivered on {0}, asked on {1}: month {2}")
    @CsvSource({
        "2026-03-02, 2026-03-02, 0",
        "2026-03-02, 2026-03-03, 1",
        "2026-03-02, 2026-04-02, 1",
        "2026-03-02, 2026-04-03, 2",
        "2026-03-02, 2027-03-02, 12",
        "2026-03-02, 2027-03-03, 13",
        "2026-08-31, 2027-02-28, 6",
        "2026-08-31, 2027-03-01, 7",
        "2024-02-29, 2025-02-28, 12",
        "2024-02-29, 2025-03-01, 13",
        "2026-03-02, 2026-03-01, 0",
    })
    void monthsAreCounted(LocalDate delivered, LocalDate asked, int begun) {
        assertThat(Warranties.monthsBegun(delivered, asked)).isEqualTo(begun);
    }
}
