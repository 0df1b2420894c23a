package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Fault F21. What comes after the stop has begun is refused for now, or finds nobody. */
@DisplayName("A stop under load loses nothing acknowledged and cuts off nothing under way")
class StopIT {

    private static final int STOPS = Integer.getInteger("kontor.stops", 3);
    private static final int WRITTEN = 10;

    @Test
    void whatIsUnderWayIsFinishedFirst() throws Exception {
        try (Platform platform = new Platform(Archive.unpack("stop").staffed(), "--demo")) {
            platform.start();
            Writers writers = new Writers(new Company(platform));
            for (int stop = 0; stop < STOPS; stop++) {
                writers.writeUntil(WRITTEN, platform::stop);
                platform.start();
            }
            writers.resend();
            writers.check();
            assertThat(writers.cutOff()).isEmpty();
            assertThat(platform.log()).doesNotContain("are cut off");
        }
    }
}
