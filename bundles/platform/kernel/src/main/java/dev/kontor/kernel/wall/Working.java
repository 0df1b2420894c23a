package dev.kontor.kernel.wall;

import dev.kontor.api.wall.Partner;
import java.util.Optional;
import org.osgi.framework.BundleReference;

/**
 * Whose code is called on this thread, by the innermost call. The thread's context class loader says the same, but whoever is
 * called can say something else there.
 */
public final class Working implements AutoCloseable {

    private static final ThreadLocal<Working> INNERMOST = new ThreadLocal<>();

    private final ClassLoader code;
    private final Optional<Working> outer;

    private Working(ClassLoader code, Optional<Working> outer) {
        this.code = code;
        this.outer = outer;
    }

    /** Until it is closed, on this thread. */
    public static Working as(ClassLoader code) {
        Working working = new Working(code, Optional.ofNullable(INNERMOST.get()));
        INNERMOST.set(working);
        return working;
    }

    /** Empty while nobody behind the wall is called. */
    public static Optional<ClassLoader> code() {
        return Optional.ofNullable(INNERMOST.get()).map(working -> working.code);
    }

    /** Whether the code is this guarded service's. */
    public static boolean is(Object guarded) {
        return code().filter(DepartmentWall.loader(guarded)::equals).isPresent();
    }

    /** Whether it came through the door for partners' bundles. */
    public static boolean isPartners() {
        return code().filter(code -> code instanceof BundleReference loader && Partner.isAt(loader.getBundle().getLocation())).isPresent();
    }

    @Override
    public void close() {
        outer.ifPresentOrElse(INNERMOST::set, INNERMOST::remove);
    }
}
