package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Faults F1 and F18: each writer keeps a ledger of what it sent, what was acknowledged, and what it cannot know. Beside them
 * orders are carried on through chapters 4 to 9, so that a kill falls into any of them.
 */
@DisplayName("After kill -9 under load nothing acknowledged is lost and nothing happens twice (K-12)")
@Order(1)
class KillIT {

    private static final int KILLS = Integer.getInteger("kontor.kills", 10);
    private static final long SEED = 20260213;

    @Test
    void theLedgerHolds() throws Exception {
        Random random = new Random(SEED);
        try (Platform platform = new Platform(Archive.unpack("kill").staffed(), "--demo")) {
            platform.start();
            Writers writers = new Writers(new Company(platform));
            Carriers carriers = new Carriers(platform);
            for (int kill = 0; kill < KILLS; kill++) {
                writers.writeUntil(1 + random.nextInt(12), platform::kill);
                platform.start();
            }
            carriers.finish();
            writers.resend();
            writers.check();
            carriers.check();
            assertThat(writers.acknowledged()).isGreaterThan(KILLS);
            assertThat(carriers.cutOff()).hasSizeGreaterThan(KILLS);
        }
    }
}
