package dev.kontor.api.wall;

import dev.kontor.api.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The wall between who calls and what a bundle registers: each call runs on a thread of that bundle's bulkhead, for a
 * limited time and with its class loader as the thread's; what fails is counted under the bundle's name. A bundle that
 * fails over and over is left alone for a while, and in the end put in quarantine until an administrator releases it.
 * Thread-safe.
 */
@ProviderType
public interface Wall {

    /**
     * The service as it is to be called: each call of the result goes through the wall. What a service says once of itself,
     * its name, title, roles and place, it is asked once. Null, or a list with null in it, is a failure of the service.
     *
     * <p>A call throws what the service throws, an {@link IllegalStateException} for an error or a checked exception, and
     * {@link dev.kontor.api.desk.Refused} with the reason {@code UNAVAILABLE} when the service is not called now or did not
     * answer in time. Within a call that goes through the wall already it runs on the same thread, in its transaction.
     */
    <S> S guard(Class<S> kind, S service);

    /** Whether it says of itself what is asked once; if not, treat it as not there. The first call asks and waits, no later one. */
    boolean speaks(Object guarded);

    /**
     * A whole reading on the bulkhead of the service that it is about. It may be repeated: without a part that did not answer.
     *
     * @param guarded as {@link #guard} returned it
     * @throws dev.kontor.api.desk.Refused as {@link #guard} says
     */
    <R> R reading(Object guarded, Supplier<R> reading);

    /**
     * A part of a reading, which must not take the rest with it. A refusal of the service's own goes on.
     *
     * @param guarded whose part it is
     * @param instead is given the words that say which part is missing
     */
    <R> R part(Object guarded, Supplier<R> part, Function<Text, R> instead);

    /** Every bundle that was called since this node started, or is in quarantine; by name. */
    List<Walled> bundles();

    /**
     * Whether a bundle is in quarantine, one that is not here too.
     *
     * @param bundle its symbolic name
     * @throws dev.kontor.api.desk.Refused {@code UNAVAILABLE} until the store was asked after a start
     */
    boolean isQuarantined(String bundle);

    /** How a bundle stands. */
    enum State {
        /** Called as asked. */
        WELL,
        /** Left alone for a short while after failures; then one call tries it. */
        RESTING,
        /** Not called until an administrator releases it. */
        QUARANTINED
    }

    /**
     * A bundle as the wall knows it.
     *
     * @param bundle its symbolic name
     * @param platform of the platform itself: counted, but neither limited in time nor left alone
     * @param calls since this node started, like {@code failures}
     * @param hung threads that did not come back from it
     * @param left threads that it started and that still run
     * @param strikes kept in the store, within the window
     * @param since when it is in quarantine
     * @param recent the last failures on this node, the newest first
     */
    record Walled(
            String bundle, boolean platform, State state, long calls, long failures, int hung, int left, int strikes, Optional<Instant> since,
            List<Failure> recent) {

        public Walled {
            recent = List.copyOf(recent);
        }
    }

    /**
     * @param call type and method, {@code Page.show}
     * @param what in a few words: the exception, or that it did not answer in time
     * @param reference stands in the log beside the whole of it
     */
    record Failure(Instant at, String call, String what, String reference) {}
}
