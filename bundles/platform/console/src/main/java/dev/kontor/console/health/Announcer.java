package dev.kontor.console.health;

import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import dev.kontor.console.web.Console;
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
    private static final long FIRST_COMPLAINT_AFTER_MS = 5_000;

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
        watch.scheduleWithFixedDelay(this::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    public void close() {
        watch.shutdownNow();
    }

    private void look() {
        Map<String, Text> missing = readiness.missing();
        boolean served = context.getServiceReference(Console.class) != null;
        if (missing.isEmpty() && served) {
            say("Kontor is ready at http://%s:%s/".formatted(property("http.host"), property("http.port")));
        } else if (said.startsWith("Kontor is ready") || millis() > FIRST_COMPLAINT_AFTER_MS) {
            say("Kontor is not ready: " + reasons(missing, served));
        }
    }

    private String reasons(Map<String, Text> missing, boolean served) {
        String reasons = missing.entrySet().stream()
                .map(check -> check.getKey() + ": " + texts.say(check.getValue(), Locale.ENGLISH))
                .collect(Collectors.joining("; "));
        return served ? reasons : reasons + (reasons.isEmpty() ? "" : "; ") + "console: the kernel's services are not there";
    }

    private void say(String line) {
        if (!line.equals(said)) {
            said = line;
            System.out.println(line);
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
