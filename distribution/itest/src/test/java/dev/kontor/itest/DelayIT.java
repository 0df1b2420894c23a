package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The sweep finds a delay when it is one working day old; what it came to shows when the hearing ends. */
@DisplayName("Regulation 10.2 in a platform whose days pass: a delay costs what it came to (R-11.2, R-11.3)")
class DelayIT {

    /** Ten working days at least, whatever is off: the deadline of entry, a hearing, and a second one. */
    private static final int DAYS = 16;

    @Test
    void whatIsNotDoneIsProposedOnceMoreAndThenDecided() {
        try (Platform platform = new Platform(Archive.unpack("delay").staffed(), "--demo").start()) {
            Company company = new Company(platform);
            String order = company.registered();
            LocalDate until = Company.today().plusDays(DAYS);
            company.as("system").command("time/forward", Map.of("values", Map.of("until", until.toString()))).expect(200);

            company.until(order + " is heard twice: " + company.journal(order), () -> times(company.journal(order), "supervision.proposed") == 2);
            company.until(order + " is to be decided", () -> company.as("gao").get("tasks").expect(200).body().toString().contains("supervision.decision"));

            assertThat(times(company.journal(order), "rules.penalty")).as("what is proposed again is no second violation").isEqualTo(1);
            assertThat(company.as("gao").get("pages/supervision/treatments").expect(200).body().toString())
                    .as("points for more than two working days").contains("\"5\"").doesNotContain("\"2\"");
        }
    }

    private static int times(String journal, String kind) {
        return journal.split("\"" + kind + "\"", -1).length - 1;
    }
}
