package dev.kontor.api.wall;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A service that was registered, made once, as it is to be called. Thread-safe.
 *
 * <p>One of ours is made when somebody first asks for it, not when it comes: who offers it may need what is just being made. One of
 * a partner is made when it comes, and asked then what it says of itself, by who starts it and has a time limit for that; when it
 * could not be made then it is not tried again: whoever asks would wait for a component that does not come to an end.
 */
public final class Announced<S> {

    private final Registration<S> registration;
    private final UnaryOperator<S> called;
    private final Predicate<S> speaks;
    private final boolean partners;
    private boolean tried;
    private Optional<S> service = Optional.empty();

    /**
     * How whoever hears of a service gets it from where services are registered.
     *
     * @param location where the bundle lies that registered it; empty: it has gone already
     * @param make empty when it cannot be made
     * @param release gives it back
     */
    public record Registration<S>(Optional<String> location, Supplier<Optional<S>> make, Runnable release) {}

    private Announced(Registration<S> registration, UnaryOperator<S> called, Predicate<S> speaks) {
        this.registration = registration;
        this.called = called;
        this.speaks = speaks;
        this.partners = registration.location().filter(Partner::isAt).isPresent();
        if (partners) {
            service();
        }
    }

    /** One that anybody may register: it is called through the wall, and not there as long as it does not say what it is. */
    public static <S> Announced<S> behind(Wall wall, Class<S> kind, Registration<S> registration) {
        return new Announced<>(registration, each -> wall.guard(kind, each), wall::speaks);
    }

    /** One that only the platform registers: it is called as it is. */
    public static <S> Announced<S> plain(Registration<S> registration) {
        return new Announced<>(registration, UnaryOperator.identity(), each -> true);
    }

    public boolean isPartners() {
        return partners;
    }

    /** Empty when it has gone meanwhile, cannot be made, or does not say what it is; the next time it may. */
    public Optional<S> service() {
        return made().filter(speaks);
    }

    private synchronized Optional<S> made() {
        if (service.isEmpty() && !(tried && partners)) {
            tried = true;
            service = registration.make().get().map(called);
        }
        return service;
    }

    /** It has gone, or is not needed any more. */
    public synchronized void release() {
        if (service.isPresent()) {
            registration.release().run();
            service = Optional.empty();
        }
    }
}
