package dev.kontor.console.health;

import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import dev.kontor.console.web.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Says on the standard output when the platform is ready, and why it is not: whoever started it waits for that line. */
@Component(service = Announcer.class, immediate = true)
public final class Announcer {

    private static final long LOOK_EVERY_MS = 100;
    private static final long ONCE_READY_MS = 1_000;
    private static final long FIRST_COMPLAINT_AFTER_MS = 5_000;

    /** Jetty registers it once it listens, by its name since nothing else of the package is needed here. */
    static final String HTTP = "org.osgi.service.servlet.runtime.HttpServiceRuntime";

    private final Readiness readiness;
    private final Texts texts;
    private final BundleContext context;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(Announcer::thread);
    private final long started = System.nanoTime();
    private String said = "";

    @Activate
    public Announcer(BundleContext context, @Reference Readiness readiness, @Reference Texts texts) {
        this.context = context;
        this.readiness = readiness;
        this.texts = texts;
        watch.schedule(this::look, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    public void close() {
        watch.shutdownNow();
    }

    private void look() {
        List<String> reasons = reasons();
        if (reasons.isEmpty()) {
            say(words(readiness.warnings()).stream().map(words -> "Kontor warns: " + words + "\n").collect(Collectors.joining())
                    + "Kontor is ready at " + property("kontor.url") + "/");
        } else if (said.contains("Kontor is ready") || millis() > FIRST_COMPLAINT_AFTER_MS) {
            say("Kontor is not ready: " + String.join("; ", reasons));
        }
        watch.schedule(this::look, reasons.isEmpty() ? ONCE_READY_MS : LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private List<String> reasons() {
        List<String> reasons = new ArrayList<>(words(readiness.missing()));
        if (context.getServiceReference(Console.class) == null) {
            reasons.add("console: the kernel's services are not there");
        }
        if (context.getServiceReference(HTTP) == null) {
            reasons.add("http: nothing listens at %s:%s; the log says why".formatted(property("http.host"), property("http.port")));
        }
        return reasons;
    }

    private List<String> words(Map<String, Text> checks) {
        return checks.entrySet().stream()
                .map(check -> check.getKey() + ": " + texts.say(check.getValue(), Locale.ENGLISH))
                .toList();
    }

    private void say(String lines) {
        if (!lines.equals(said)) {
            said = lines;
            System.out.println(lines);
            System.out.flush();
        }
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }

    private String property(String name) {
        return Objects.toString(context.getProperty(name), "");
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "kontor-announcer");
        thread.setDaemon(true);
        return thread;
    }
}
