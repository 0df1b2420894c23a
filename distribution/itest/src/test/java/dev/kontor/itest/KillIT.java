package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Faults F1 and F18: each writer keeps a ledger of what it sent, what was acknowledged, and what it cannot know. */
@DisplayName("After kill -9 under load nothing acknowledged is lost and nothing happens twice (K-12)")
class KillIT {

    private static final int KILLS = Integer.getInteger("kontor.kills", 20);
    private static final int WRITERS = 4;
    private static final long SEED = 20260213;

    private record Sent(String contract, String key, Map<String, ?> asked) {}

    private final Queue<Sent> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Sent> unknown = new ConcurrentLinkedQueue<>();

    @Test
    void theLedgerHolds() throws Exception {
        Random random = new Random(SEED);
        try (Platform platform = new Platform(Archive.unpack("kill"), "--demo")) {
            platform.start();
            Company company = new Company(platform);
            String customer = company.customer();
            for (int kill = 0; kill < KILLS; kill++) {
                int before = acknowledged.size();
                round(company, customer, platform, before + 1 + random.nextInt(12));
                platform.start();
            }
            resend(company);
            check(company);
        }
    }

    /** Writers write until so many are acknowledged in all; then the process is killed under them. */
    private void round(Company company, String customer, Platform platform, int killAt) throws Exception {
        CountDownLatch enough = new CountDownLatch(1);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> running = IntStream.range(0, WRITERS)
                .<Future<?>>mapToObj(writer -> writers.submit(() -> write(company, customer, killAt, enough)))
                .toList();
        enough.await();
        platform.kill();
        for (Future<?> writer : running) {
            writer.get();
        }
        writers.shutdown();
    }

    private void write(Company company, String customer, int killAt, CountDownLatch enough) {
        while (true) {
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
                }
            } catch (UncheckedIOException e) {
                unknown.add(sent);
                return;
            }
            if (acknowledged.size() >= killAt) {
                enough.countDown();
            }
        }
    }

    /** Everything once more, under its key: what was done is answered again, what was not is done now. */
    private void resend(Company company) {
        for (Sent sent : List.copyOf(acknowledged)) {
            company.as("lina").post("commands/entry/register", sent.asked(), sent.key()).expect(200);
        }
        for (Sent sent : List.copyOf(unknown)) {
            company.as("lina").post("commands/entry/register", sent.asked(), sent.key()).expect(200);
            acknowledged.add(sent);
        }
    }

    private void check(Company company) {
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
        for (Sent sent : acknowledged) {
            JsonNode found = company.as("auditor").get("orders?limit=5&words=" + sent.contract()).expect(200).body();
            assertThat(found.path("orders")).as(sent.contract()).hasSize(1);
        }
        JsonNode verification = company.as("auditor").get("journal/verification").expect(200).body();
        assertThat(verification.path("faults")).isEmpty();
        assertThat(verification.path("journals").asInt()).isGreaterThanOrEqualTo(acknowledged.size());
    }
}
