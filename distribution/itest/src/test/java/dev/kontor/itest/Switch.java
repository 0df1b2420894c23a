package dev.kontor.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** Runs inside the platform that is tried, in a bundle of its own: stops and starts the bundles that its file names. */
public final class Switch implements BundleActivator {

    static final String ASKED = "switch";
    static final String DONE = "switched";

    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private volatile boolean ended;

    @Override
    public void start(BundleContext context) {
        Path folder = Path.of(System.getProperty("kontor.data"));
        Thread looking = new Thread(() -> look(context, folder), "switch");
        looking.setDaemon(true);
        looking.start();
    }

    @Override
    public void stop(BundleContext context) {
        ended = true;
    }

    private void look(BundleContext context, Path folder) {
        while (!ended) {
            Path asked = folder.resolve(ASKED);
            if (Files.exists(asked)) {
                turn(context, asked);
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    /** The file says {@code stop} or {@code start} and the symbolic name. */
    private static void turn(BundleContext context, Path asked) {
        try {
            String[] words = Files.readString(asked).split(" ");
            Bundle bundle = Arrays.stream(context.getBundles()).filter(each -> words[1].equals(each.getSymbolicName())).findFirst().orElseThrow();
            if (words[0].equals("stop")) {
                bundle.stop(Bundle.STOP_TRANSIENT);
            } else {
                bundle.start(Bundle.START_TRANSIENT);
            }
            Files.move(asked, asked.resolveSibling(DONE), StandardCopyOption.ATOMIC_MOVE);
        } catch (BundleException refused) {
            throw new IllegalStateException(refused);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
