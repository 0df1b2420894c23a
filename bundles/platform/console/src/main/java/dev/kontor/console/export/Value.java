package dev.kontor.console.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** One value of a file, as what it is: a spreadsheet can add numbers up and sort days. */
sealed interface Value {

    record Words(String words) implements Value {}

    /** @param money with two decimals */
    record Number(BigDecimal number, boolean money) implements Value {}

    record Day(LocalDate day) implements Value {}

    /** In the company's zone. */
    record Moment(LocalDateTime at) implements Value {}

    Value NONE = new Words("");

    static Value words(String words) {
        return words.isEmpty() ? NONE : new Words(words);
    }
}
