package dev.kontor.tls;

import java.util.function.Consumer;
import org.eclipse.jetty.util.component.LifeCycle;

/** Says when a connector begins and ends to listen. */
record Listening(Consumer<Boolean> told) implements LifeCycle.Listener {

    @Override
    public void lifeCycleStarted(LifeCycle connector) {
        told.accept(true);
    }

    @Override
    public void lifeCycleStopping(LifeCycle connector) {
        told.accept(false);
    }
}
