package dev.kontor.bench;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Runs inside the measured platform, in a bundle of its own: updates a bundle whenever the file {@code update} names one and
 * its jar, and says in {@code updated} how it stands then and how long that took.
 */
public final class Updater implements BundleActivator {

    static final String ASKED = "update";
    static final String DONE = "updated";

    private volatile boolean ended;

    @Override
    public void start(BundleContext context) {
        Path folder = Path.of(System.getProperty("kontor.data"));
        Thread thread = new Thread(() -> look(context, folder), "bench-updater");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop(BundleContext context) {
        ended = true;
    }

    private void look(BundleContext context, Path folder) {
        Path asked = folder.resolve(ASKED);
        while (!ended) {
            try {
                if (Files.exists(asked)) {
                    List<String> lines = Files.readAllLines(asked);
                    Files.delete(asked);
                    say(folder, updated(context, lines.get(0), Path.of(lines.get(1))));
                }
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (Exception failed) { // the measure reads it
                say(folder, failed.toString());
            }
        }
    }

    private static void say(Path folder, String words) {
        try {
            Path beside = Files.writeString(folder.resolve(DONE + ".new"), words);
            Files.move(beside, folder.resolve(DONE));
        } catch (java.io.IOException lost) {
            throw new java.io.UncheckedIOException(lost);
        }
    }

    /** As the host does it: stopped, updated, wired anew, started. */
    private static String updated(BundleContext context, String name, Path jar) throws Exception {
        Bundle bundle = Arrays.stream(context.getBundles()).filter(each -> name.equals(each.getSymbolicName())).findFirst().orElseThrow();
        long begin = System.nanoTime();
        bundle.stop(Bundle.STOP_TRANSIENT);
        try (InputStream content = Files.newInputStream(jar)) {
            bundle.update(content);
        }
        CountDownLatch wired = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> wired.countDown());
        wired.await();
        bundle.start(Bundle.START_TRANSIENT);
        return (bundle.getState() == Bundle.ACTIVE ? "runs " : "does not run ") + (System.nanoTime() - begin) / 1_000_000;
    }
}
