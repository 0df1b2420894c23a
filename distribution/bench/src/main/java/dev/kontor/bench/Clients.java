package dev.kontor.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;

/**
 * A platform's people at several clients, each of which takes the next order's work when it is through with one.
 *
 * @param cpu seconds of the platform and of what serves it
 */
record Clients(Staffed people, DoubleSupplier cpu) {

    /** How many there are at a time. */
    static final List<Integer> COUNTS = List.of(1, 2, 8);

    /** What one client does about one order. */
    @FunctionalInterface
    interface Work {
        /** @return the order's number */
        String of(Staffed staff) throws IOException, InterruptedException;
    }

    /** @param done takes the numbers of the orders whose work came to its end */
    Map<String, Object> run(int clients, int orders, Work work, Queue<String> done) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(orders);
        AtomicInteger requests = new AtomicInteger();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        Queue<String> ended = new ConcurrentLinkedQueue<>();
        double before = cpu.getAsDouble();
        long since = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            threads.add(new Thread(() -> {
                Staffed staff = people.elsewhere();
                while (left.getAndDecrement() > 0) {
                    try {
                        ended.add(work.of(staff));
                    } catch (IOException | RuntimeException broken) {
                        failures.add(String.valueOf(broken.getMessage()));
                    } catch (InterruptedException stopping) {
                        return;
                    }
                }
                requests.addAndGet(staff.requests());
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - since) / 1e9;
        done.addAll(ended);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("orders", ended.size());
        figures.put("distinct", ended.stream().distinct().count());
        figures.put("orders_per_s", Figures.round(ended.size() / seconds));
        figures.put("cpu_s_per_order", Figures.round((cpu.getAsDouble() - before) / Math.max(1, ended.size())));
        figures.put("requests_per_order", Figures.round(requests.get() / (double) Math.max(1, ended.size())));
        figures.put("failed", failures.size());
        figures.put("first_failure", failures.isEmpty() ? "" : failures.peek());
        return figures;
    }
}
