package dev.kontor.console.health;

import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the serving before anything else ends: when the framework begins to stop, new requests are told to come again,
 * those under way are finished, and then the door is closed. Only then do departments and services go.
 */
@Component(service = {Filter.class, ReadyCheck.class}, immediate = true)
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=*)")
public final class ClosingTime extends HttpFilter implements ReadyCheck, SynchronousBundleListener {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ClosingTime.class);
    private static final long PATIENCE_S = 5;
    private static final int AGAIN_AFTER_S = 10;

    private final transient BundleContext context;
    private final transient Texts texts;
    private boolean closing;
    private int underWay;

    @Activate
    public ClosingTime(BundleContext context, @Reference Texts texts) {
        this.context = context;
        this.texts = texts;
        context.addBundleListener(this);
    }

    @Deactivate
    public void stop() {
        context.removeBundleListener(this);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRequestURI().startsWith("/health/")) {
            chain.doFilter(request, response); // whoever watches is told until the end
        } else if (!enter()) {
            refuse(request, response);
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                leave();
            }
        }
    }

    private synchronized boolean enter() {
        if (!closing) {
            underWay++;
        }
        return !closing;
    }

    private synchronized void leave() {
        underWay--;
        notifyAll();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        Unavailable.answer(request, response, texts.say(Text.of("console.closing"), request.getLocale()), AGAIN_AFTER_S);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID && event.getType() == BundleEvent.STOPPING) {
            close();
        }
    }

    /** Returns when nobody is served any more; waits for what is under way, for a while. */
    void close() {
        long left = begin();
        if (left > 0) {
            LOG.warn("{} requests have not ended after {} seconds and are cut off.", left, PATIENCE_S);
        }
        ServiceReference<?> http = context.getServiceReference(Announcer.HTTP);
        if (http != null) {
            close(http.getBundle());
        }
    }

    private synchronized long begin() {
        closing = true;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        long left = end - System.nanoTime();
        try {
            while (underWay > 0 && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = end - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return underWay;
    }

    /** Whoever came while servlets go one after the other would be told that there is no such page. */
    private static void close(Bundle door) {
        try {
            door.stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException e) {
            LOG.warn("{} could not be stopped before the others.", door, e);
        }
    }

    @Override
    public String name() {
        return "closing";
    }

    @Override
    public synchronized Optional<Text> missing() {
        return closing ? Optional.of(Text.of("console.closing")) : Optional.empty();
    }
}
