package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
@DisplayName("Two nodes on one store decide by the same rules (K-5, K-12)")
class TwoNodesIT {

    private static final String SET = "entry/deadlines";
    private static final String DATABASE = "two_nodes";
    private static OwnPostgres postgres;
    private static Platform a;
    private static Platform b;
    private static Company onA;
    private static Company onB;
    private static String customer;

    @BeforeAll
    static void start() {
        postgres = new OwnPostgres("two-nodes-postgres");
        postgres.make(DATABASE);
        a = node("node-a").start();
        b = node("node-b").start();
        onA = new Company(a);
        onB = new Company(b);
        customer = onA.customer();
    }

    /** With the time-outs of its sessions shortened, so that nobody waits a minute for them. */
    private static Platform node(String name) {
        Archive archive = Archive.unpack(name).withoutHistory();
        postgres.point(archive, DATABASE);
        Path config = archive.home().resolve("etc/org.ops4j.datasource-main.cfg");
        try {
            String words = Files.readString(config);
            assertThat(words).contains("lock_timeout=5s", "idle_in_transaction_session_timeout=60s");
            Files.writeString(config, words.replace("lock_timeout=5s", "lock_timeout=1s").replace("session_timeout=60s", "session_timeout=2s"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new Platform(archive, "--demo");
    }

    @AfterAll
    static void stop() {
        a.close();
        b.close();
        postgres.close();
    }

    @Test
    void theFirstDecisionAfterAnActivationOnTheOtherNodeIsTheNewVersions() {
        for (int change = 0; change < 10; change++) {
            Company here = change % 2 == 0 ? onA : onB;
            Company there = change % 2 == 0 ? onB : onA;
            activate(here).expect(200);
            int number = number(here);
            assertThat(number(there)).isEqualTo(number);
            JsonNode decision = decisions(registered(there)).get(0);
            assertThat(decision.path("sets").path(0).path("set").asText()).isEqualTo(SET);
            assertThat(decision.path("sets").path(0).path("number").asInt()).isEqualTo(number);
        }
    }

    @Test
    void aDayOfTheCompanyCountsOnBothNodes() {
        String before = calendar(onB);
        onA.as("system").command("calendars/override", Map.of("values", Map.of(
                "day", Company.today().plusDays(9).toString(), "working", "no", "reason", "A power cut"))).expect(200);
        String now = calendar(onA);
        assertThat(now).isNotEqualTo(before);
        onA.until("B counts by the same days", () -> calendar(onB).equals(now));
    }

    private static String calendar(Company company) {
        return decisions(registered(company)).get(0).path("calendar").asText();
    }

    @Test
    void aNodeThatStoodStillDecidesNothingByWhatWasReplacedMeanwhile() throws Exception {
        for (int round = 0; round < 3; round++) {
            AtomicBoolean done = new AtomicBoolean();
            Queue<String> orders = new ConcurrentLinkedQueue<>();
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<?>> writers = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(writer -> threads.submit(() -> write(done, orders)))
                    .toList();
            onA.until("B decides", () -> orders.size() > 8);
            signal("STOP");
            activate(onA).expect(200);
            activate(onA).expect(200);
            int number = number(onA);
            Instant since = activatedAt();
            int before = orders.size();
            signal("CONT");
            onA.until("B decides again", () -> orders.size() > before + 20);
            done.set(true);
            for (Future<?> writer : writers) {
                writer.get();
            }
            threads.shutdown();
            long after = orders.stream().filter(order -> decidedRightly(order, since, number)).count();
            assertThat(after).isGreaterThan(8);
        }
    }

    private static void write(AtomicBoolean done, Queue<String> orders) {
        while (!done.get()) {
            orders.add(registered(onB));
        }
    }

    /** @return whether it was decided on after the switch */
    private static boolean decidedRightly(String order, Instant since, int number) {
        JsonNode decision = decisions(order).get(0);
        boolean after = Instant.parse(decision.path("at").asText()).isAfter(since);
        if (after) {
            assertThat(decision.path("sets").path(0).path("number").asInt()).as(order + " " + decision.path("at")).isEqualTo(number);
        }
        return after;
    }

    @Test
    void aNodeThatStandsStillWithALockHoldsUpTheOtherForAsLongAsItsSessionMay() throws Exception {
        int before = number(onA);
        CompletableFuture<Rest.Got> stuck;
        try (Connection held = postgres.connection(DATABASE); Statement statement = held.createStatement()) {
            held.setAutoCommit(false);
            statement.execute("SELECT epoch FROM engine_epoch WHERE id = 1 FOR UPDATE");
            // with a lock that is not given away, nobody waits for ever: the command is refused for now
            assertThat(activate(onA).status()).isEqualTo(503);
            stuck = CompletableFuture.supplyAsync(() -> activate(onB));
            onA.until("B waits for the lock", TwoNodesIT::waitsForLock);
            signal("STOP");
            held.rollback();
        }
        onA.until("the session of B is ended", () -> activate(onA).status() == 200);
        signal("CONT");
        int status = stuck.join().status();
        assertThat(status).isIn(200, 503);
        int activated = status == 200 ? 2 : 1; // what was answered so has happened, once
        assertThat(number(onB)).as("B answered " + status).isEqualTo(before + activated);
        assertThat(number(onA)).as("B answered " + status).isEqualTo(before + activated);
    }

    private static boolean waitsForLock() {
        try (Connection connection = postgres.connection(DATABASE);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'UPDATE engine_epoch%'")) {
            return rows.next() && rows.getInt(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE) // what it does to the store is the others' as well
    void withoutTheStoreBothRefuseInWordsAndDecideAgainWhenItIsBack() {
        postgres.crash();
        for (Company company : List.of(onA, onB)) {
            Rest.Got refused = register(company);
            assertThat(refused.status()).as(refused.response().body()).isEqualTo(503);
            assertThat(refused.body().path("detail").asText()).isNotBlank();
        }
        postgres.start();
        for (Company company : List.of(onA, onB)) {
            onA.until("it decides again", () -> register(company).status() == 200);
        }
        activate(onA).expect(200);
        int number = number(onA);
        assertThat(decisions(registered(onB)).get(0).path("sets").path(0).path("number").asInt()).isEqualTo(number);
    }

    private static Rest.Got register(Company company) {
        return company.register(company.contractNumber(), customer, Company.today());
    }

    private static String registered(Company company) {
        return register(company).expect(200).body().path("order").asText();
    }

    private static JsonNode decisions(String order) {
        return onA.as("auditor").get("orders/" + order + "/decisions").expect(200).body();
    }

    private static int number(Company company) {
        return company.as("rules").get("rules/" + SET).expect(200).body().path("set").path("active").path("version").path("number").asInt();
    }

    private static int days = 2;

    /** A version that gives one more day, activated at once. */
    private static Rest.Got activate(Company company) {
        JsonNode set = company.as("rules").get("rules/" + SET).expect(200).body().path("set");
        String digest = set.path("active").path("version").path("digest").asText();
        String now = company.as("rules").get("rules/" + SET + "/files/" + digest).expect(200).body().path("parameters.csv").asText();
        days++;
        return company.as("rules").command("rules/upload", Map.of("values", Map.of(
                "set", SET, "file", "parameters.csv", "content", now.replaceAll("(?m)^entry-days,[0-9]+,", "entry-days,%d,".formatted(days)).strip(),
                "then", "activate", "reason", "One more day.")));
    }

    private static Instant activatedAt() {
        JsonNode journal = onA.as("auditor").get("journal?limit=1&kind=rules.activated").expect(200).body();
        return Instant.parse(journal.findValue("at").asText());
    }

    private static void signal(String name) throws IOException, InterruptedException {
        b.signal(name);
    }
}
