package dev.kontor.kernel.wall;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when its heap stays full, where the start script asks for that ({@code kontor.heap.full}, in percent). One
 * allocation that fails says nothing: it may have been a department's that was too large, and is that department's failure.
 */
@Component(service = {}, immediate = true)
public final class HeapWatch {

    private static final Logger LOG = LoggerFactory.getLogger(HeapWatch.class);
    private static final String FULL = "kontor.heap.full";
    private static final int LOOKS = 5;
    private static final long EVERY_MS = 1000;
    /** An end in order needs memory too; after this time it comes without order. */
    private static final long ORDER_S = 20;
    /** As Java itself ends for lack of memory. */
    private static final int EXIT = 3;

    private final FullHeap heap;
    private final List<MemoryPoolMXBean> pools;
    private final List<GarbageCollectorMXBean> collectors;
    private final Thread impatient = daemon(HeapWatch::halt, "kontor-heap-end");
    private volatile boolean open = true;

    @Activate
    public HeapWatch(BundleContext context) {
        int percent = Integer.parseInt(Objects.toString(context.getProperty(FULL), "0"));
        heap = new FullHeap(percent / 100.0, LOOKS);
        pools = ManagementFactory.getMemoryPoolMXBeans().stream().filter(HeapWatch::keepsWhatLives).toList();
        collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(each -> pools.stream().anyMatch(pool -> Arrays.asList(pool.getMemoryManagerNames()).contains(each.getName())))
                .toList();
        if (percent > 0) {
            daemon(this::watch, "kontor-heap").start();
        }
    }

    @Deactivate
    void close() {
        open = false;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** The old generation, whatever a collector calls it. */
    private static boolean keepsWhatLives(MemoryPoolMXBean pool) {
        return pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported() && pool.isCollectionUsageThresholdSupported();
    }

    private void watch() {
        try {
            while (open) {
                TimeUnit.MILLISECONDS.sleep(EVERY_MS);
                if (staysFull()) {
                    end();
                }
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean staysFull() {
        try {
            return heap.stays(collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum(), live());
        } catch (OutOfMemoryError noRoom) {
            return heap.stays();
        }
    }

    private double live() {
        return pools.stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage != null && usage.getMax() > 0)
                .mapToDouble((MemoryUsage usage) -> (double) usage.getUsed() / usage.getMax())
                .max()
                .orElse(0);
    }

    private void end() {
        try {
            impatient.start();
            LOG.error("The heap stays full, collection after collection: the process ends. What fills it is told by jcmd PID GC.class_histogram.");
            System.exit(EXIT);
        } catch (OutOfMemoryError noRoom) {
            Runtime.getRuntime().halt(EXIT);
        }
    }

    private static void halt() {
        try {
            TimeUnit.SECONDS.sleep(ORDER_S);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(EXIT);
    }
}
