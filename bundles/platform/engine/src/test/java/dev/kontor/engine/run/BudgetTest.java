package dev.kontor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final long PLENTY = Long.MAX_VALUE / 4;
    private static final long SECONDS = 1_000_000_000L;

    @AfterEach
    void stop() {
        Budget.stop();
    }

    private static void ticks(long count) {
        for (long i = 0; i < count; i++) {
            Budget.tick();
        }
    }

    @Test
    void rules_that_compare_without_end_are_stopped() {
        Budget.start(5, PLENTY);
        assertThatThrownBy(() -> ticks(Long.MAX_VALUE)).isInstanceOf(Budget.Exceeded.class).hasMessageContaining("time");
    }

    @Test
    void rules_that_keep_too_much_are_stopped() {
        List<byte[]> kept = new ArrayList<>();
        Budget.start(100_000, 4 << 20);
        assertThatThrownBy(() -> {
            while (true) {
                kept.add(new byte[1024]);
                Budget.tick();
            }
        }).isInstanceOf(Budget.Exceeded.class).hasMessageContaining("memory");
        assertThat(kept).hasSizeBetween(3_000, 6_000);
    }

    /** Processor time counts, so that a busy machine refuses no decision. */
    @Test
    void waiting_uses_nothing_up() {
        Budget.start(5, PLENTY);
        long end = System.nanoTime() + SECONDS / 5;
        while (System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(SECONDS / 50);
        }
        assertThatCode(() -> ticks(1_000)).doesNotThrowAnyException();
    }

    @Test
    void a_text_is_long_enough_at_a_hundred_thousand_characters() {
        assertThat(Budget.text("x".repeat(100_000))).hasSize(100_000);
        assertThatThrownBy(() -> Budget.text("x".repeat(100_001))).isInstanceOf(Budget.Exceeded.class);
    }

    @Test
    void what_runs_after_the_evaluation_is_not_counted() {
        Budget.start(0, 0);
        Budget.stop();
        assertThatCode(() -> ticks(10_000_000)).doesNotThrowAnyException();
    }
}
