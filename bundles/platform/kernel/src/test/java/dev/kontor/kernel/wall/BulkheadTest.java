package dev.kontor.kernel.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A bulkhead outlives whoever happened to call first")
class BulkheadTest {

    @Test
    @SuppressWarnings("removal")
    void oneThatIsMadeInAGroupThatEndsStillHasThreads() throws InterruptedException {
        ThreadGroup passing = new ThreadGroup("passing");
        passing.setDaemon(true);
        Bulkhead[] made = new Bulkhead[1];
        Thread first = new Thread(passing, () -> made[0] = new Bulkhead(new Owner("bad", false), TestWall.LIMITS));
        first.start();
        first.join();
        Crossing<String> crossing = new Crossing<>(new Passage(Set.of()), () -> "well");

        made[0].start(crossing);

        assertThat(crossing.ended(30_000)).isTrue();
        assertThat(crossing.outcome()).isEqualTo("well");
    }
}
