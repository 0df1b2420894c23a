package dev.kontor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * P1: whole lives of orders over REST, from the registered contract to the filed volume, by 1, 2 and 8 clients. Every form
 * is read before it is filled in, as a person's browser would. Afterwards the journals are verified, and each order is
 * looked at: {@link Ledger}.
 */
final class Lives {

    private static final List<Integer> CLIENTS = List.of(1, 2, 8);

    private Lives() {}

    static Map<String, Object> measure(Path distribution, int orders) throws Exception {
        Map<String, Object> line = new LinkedHashMap<>();
        try (Instance instance = new Instance(distribution, Instance.folder())) {
            instance.untilAtWork();
            Life.equip(instance);
            Staffed people = new Staffed(instance);
            Queue<String> filed = new ConcurrentLinkedQueue<>();
            line.put("warm_up", run(instance, people, 2, Math.max(2, orders / 2), filed));
            for (int clients : CLIENTS) {
                line.put("clients_" + clients, run(instance, people, clients, orders, filed));
            }
            line.put("ledger", Ledger.of(people, filed));
            line.put("journal_faults", people.get("auditor", "journal/verification").path("faults").size());
            line.put("rss_mb", Figures.round(instance.residentMegabytes()));
        }
        line.put("life", "one line; entry, preliminary review, 3 opinions, plan, 3 inspections, shipment, acceptance, 2 receipts, invoice,"
                + " settlement, archive; Derby, durable, rules on");
        line.put("beside", "Tryton 6.0 on PostgreSQL: 35 requests, 5.0 / 5.3 / 6.5 CPU s and 0.19 / 0.28 / 0.29 orders/s at 1/2/8 clients");
        return line;
    }

    /** @param all takes the numbers of the orders that were filed */
    private static Map<String, Object> run(Instance instance, Staffed people, int clients, int orders, Queue<String> all)
            throws InterruptedException, IOException {
        AtomicInteger left = new AtomicInteger(orders);
        AtomicInteger requests = new AtomicInteger();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        Queue<String> filed = new ConcurrentLinkedQueue<>();
        double cpu = instance.cpuSeconds();
        long since = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            threads.add(new Thread(() -> {
                Staffed staff = people.elsewhere();
                while (left.getAndDecrement() > 0) {
                    try {
                        filed.add(new Life(staff).whole());
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
        all.addAll(filed);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("orders", filed.size());
        figures.put("distinct", filed.stream().distinct().count());
        figures.put("orders_per_s", Figures.round(filed.size() / seconds));
        figures.put("cpu_s_per_order", Figures.round((instance.cpuSeconds() - cpu) / Math.max(1, filed.size())));
        figures.put("requests_per_order", Figures.round(requests.get() / (double) Math.max(1, filed.size())));
        figures.put("failed", failures.size());
        figures.put("first_failure", failures.isEmpty() ? "" : failures.peek());
        return figures;
    }
}
