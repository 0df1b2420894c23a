package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** People who register contracts as fast as they are answered, and keep a ledger of what they sent and what came of it. */
final class Writers {

    private static final int WRITERS = 4;

    private record Sent(String contract, String key, Map<String, ?> asked) {}

    private final Company company;
    private final String customer;
    private final Queue<Sent> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Sent> unknown = new ConcurrentLinkedQueue<>();
    /** Requests that were sent before the end was begun and came to nothing: no answer, or one that is no refusal for now. */
    private final Queue<String> cutOff = new ConcurrentLinkedQueue<>();
    private volatile boolean ending;

    Writers(Company company) {
        this.company = company;
        this.customer = company.customer();
    }

    int acknowledged() {
        return acknowledged.size();
    }

    List<String> cutOff() {
        return List.copyOf(cutOff);
    }

    /** They write until so many more are acknowledged; then the end is brought about under them. */
    void writeUntil(int more, Runnable end) throws InterruptedException, ExecutionException {
        CountDownLatch enough = new CountDownLatch(1);
        int wanted = acknowledged.size() + more;
        ending = false;
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> running = IntStream.range(0, WRITERS)
                .<Future<?>>mapToObj(writer -> threads.submit(() -> write(wanted, enough)))
                .toList();
        enough.await();
        ending = true;
        end.run();
        for (Future<?> writer : running) {
            writer.get();
        }
        threads.shutdown();
    }

    private void write(int wanted, CountDownLatch enough) {
        while (true) {
            boolean inTime = !ending;
            String contract = company.contractNumber();
            Map<String, ?> asked = Map.of("values", Map.of(
                    "contract-number", contract, "contract-kind", "sale", "customer", customer, "signed-on", Company.today().toString()));
            Sent sent = new Sent(contract, UUID.randomUUID().toString(), asked);
            try {
                Rest.Got got = company.as("lina").post("commands/entry/register", asked, sent.key());
                if (got.status() == 200) {
                    acknowledged.add(sent);
                } else {
                    unknown.add(sent);
                    if (inTime && got.status() != 503) {
                        cutOff.add(contract + ": " + got.response().body());
                    }
                }
            } catch (UncheckedIOException e) {
                unknown.add(sent);
                if (inTime) {
                    cutOff.add(contract + ": " + e);
                }
                return;
            }
            if (acknowledged.size() >= wanted) {
                enough.countDown();
            }
        }
    }

    /** Everything once more, under its key: what was done is answered again, what was not is done now. */
    void resend() {
        List<Sent> all = new ArrayList<>(acknowledged);
        all.addAll(unknown);
        all.forEach(sent -> company.as("lina").post("commands/entry/register", sent.asked(), sent.key()).expect(200));
        acknowledged.addAll(unknown);
        unknown.clear();
    }

    /** Each is there once, and the journals are whole. */
    void check() {
        for (Sent sent : acknowledged) {
            JsonNode found = company.as("auditor").get("orders?limit=5&words=" + sent.contract()).expect(200).body();
            assertThat(found.path("orders")).as(sent.contract()).hasSize(1);
        }
        JsonNode verification = company.as("auditor").get("journal/verification").expect(200).body();
        assertThat(verification.path("faults")).isEmpty();
        assertThat(verification.path("journals").asInt()).isGreaterThanOrEqualTo(acknowledged.size());
    }
}
