package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * People who carry one order after the other from clearance to the archive, whatever happens under them: what was
 * cut off they send again. Each chapter's numbers are in their ledger.
 */
final class Carriers {

    private static final int CARRIERS = 2;
    private static final List<String> PEOPLE =
            List.of("lina", "chen", "gao", "sun", "zhou", "wu", "qian", "he", "ma", "lu", "tang", "song", "auditor");
    /** What a carried order's file holds of each kind: neither less nor more. */
    private static final Map<String, Long> FILED = Map.of(
            "finance.receipt", 2L, "production.inspection", 1L, "logistics.delivery-note", 1L, "logistics.receipt-advice", 1L,
            "logistics.acceptance", 1L, "finance.invoice", 1L, "finance.settlement", 1L);

    private final Company company;
    private final Works works;
    private final ExecutorService threads = Executors.newFixedThreadPool(CARRIERS);
    private final List<Future<?>> running = new ArrayList<>();
    private final Queue<String> cutOff = new ConcurrentLinkedQueue<>();
    /** Serial numbers by the order that they were acknowledged for. */
    private final Map<String, List<String>> carried = new ConcurrentHashMap<>();
    private volatile boolean ending;

    /** @param platform that runs: everybody signs in now */
    Carriers(Platform platform) {
        Map<String, Rest> people = new ConcurrentHashMap<>();
        PEOPLE.forEach(person -> people.put(person, platform.as(person).patient(cutOff::add)));
        company = new Company(people::get);
        works = new Works(company);
        for (int carrier = 0; carrier < CARRIERS; carrier++) {
            running.add(threads.submit(this::carry));
        }
    }

    /** Requests that had to be sent again. */
    List<String> cutOff() {
        return List.copyOf(cutOff);
    }

    private void carry() {
        while (!ending) {
            String order = company.cleared(500_000);
            works.planned(order);
            works.paid(order, "150000.00").expect(200);
            works.released(order).expect(200);
            carried.put(order, works.machines(order));
            works.finished(order);
            works.paid(order, "300000.00").expect(200);
            works.prepared(order);
            works.shipped(order).expect(200);
            works.arrived(order);
            works.checked(order);
            works.signed(order).expect(200);
            works.invoiced(order);
            works.settled(order);
            works.filed(order).expect(200);
        }
    }

    /** Whatever was begun is carried to its end. */
    void finish() throws InterruptedException, ExecutionException {
        ending = true;
        for (Future<?> carrier : running) {
            carrier.get();
        }
        threads.shutdown();
    }

    /** Every milestone was reached once, every paper is there once, and no number was given twice. */
    void check() {
        assertThat(carried).isNotEmpty();
        carried.keySet().forEach(this::check);
        assertThat(carried.values()).allSatisfy(serials -> assertThat(serials).hasSize(1));
        assertThat(carried.values().stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    private void check(String order) {
        assertThat(company.milestones(order)).as(order).doesNotHaveDuplicates().contains(
                "review.cleared", "production.started", "production.finished", "logistics.dispatched", "logistics.arrived",
                "logistics.delivered", "finance.collected", "finance.completed", "finance.settled", "archive.filed");
        List<String> kinds = company.as("auditor").get("orders/" + order + "/documents").expect(200).body().findValuesAsText("kind");
        FILED.forEach((kind, times) -> assertThat(kinds.stream().filter(kind::equals).count()).as("%s of %s", kind, order).isEqualTo(times));
    }
}
