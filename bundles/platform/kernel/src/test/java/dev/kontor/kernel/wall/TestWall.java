package dev.kontor.kernel.wall;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.desk.PlatformWork;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.store.Transactions;
import java.time.Duration;

/** The wall as it ships, without a framework: a bundle is a package. */
public final class TestWall {

    private TestWall() {}

    static final Limits LIMITS =
            new Limits(Duration.ofSeconds(60), 64, 1000, Duration.ofSeconds(30), 3, Duration.ofMinutes(60));

    private static final Limits SMALL =
            new Limits(Duration.ofSeconds(60), 4, 5, Duration.ofSeconds(30), 3, Duration.ofMinutes(60));

    /** With little room, time that a test turns, and everything whose class begins with Bad in a bundle {@code bad}. */
    public static DepartmentWall dialed(Transactions transactions, Dial dial) {
        return new DepartmentWall(transactions, SMALL, dial,
                type -> type.getSimpleName().startsWith("Bad") ? new Owner("bad", false) : Owner.ofBundles().apply(type));
    }

    public static StrikeBook strikes(Transactions transactions, DepartmentWall wall, Rows rows, PlatformWork platform) {
        return new StrikeBook(transactions, wall, new StrikeRows(rows), platform);
    }

    public static ReleaseBundle release(Transactions transactions, DepartmentWall wall, Rows rows) {
        return new ReleaseBundle(new StrikeRows(rows), transactions, wall);
    }

    /** What whoever calls a bundle in quarantine is told. */
    public static Text refusal(DepartmentWall wall, String bundle) {
        try {
            wall.bulkhead(new Owner(bundle, false)).mustBeReachable();
            throw new AssertionError(bundle + " is called.");
        } catch (Refused refused) {
            return refused.words();
        }
    }

    public static DepartmentWall of(Transactions transactions) {
        return new DepartmentWall(transactions, LIMITS, Ticks.OF_THE_MACHINE, Owner.ofBundles());
    }
}
