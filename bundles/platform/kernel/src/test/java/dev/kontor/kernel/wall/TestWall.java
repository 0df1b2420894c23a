package dev.kontor.kernel.wall;

import dev.kontor.store.Transactions;
import java.time.Duration;

/** The wall as it ships, without a framework: a bundle is a package. */
public final class TestWall {

    private TestWall() {}

    static final Limits LIMITS =
            new Limits(Duration.ofSeconds(60), 64, 1000, Duration.ofSeconds(30), 3, Duration.ofMinutes(60));

    public static DepartmentWall of(Transactions transactions) {
        return new DepartmentWall(transactions, LIMITS, Ticks.OF_THE_MACHINE, Owner.ofBundles());
    }
}
