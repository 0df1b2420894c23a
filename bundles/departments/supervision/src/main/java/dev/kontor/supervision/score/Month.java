package dev.kontor.supervision.score;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.text.Text;
import java.time.YearMonth;

/** A month in an address or a form. */
final class Month {

    private Month() {}

    /** @throws Refused {@code NOT_FOUND} when it is none */
    static YearMonth of(String words) {
        if (!words.matches("(19|20)\\d{2}-(0[1-9]|1[0-2])")) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("supervision.no-month", words));
        }
        return YearMonth.parse(words);
    }
}
