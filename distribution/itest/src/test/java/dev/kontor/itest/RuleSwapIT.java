package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rule files are swapped while the company works (K-5, K-6, K-7)")
class RuleSwapIT {

    private static final String SET = "entry/deadlines";
    private static final int CHANGES = Integer.getInteger("kontor.swaps", 100);
    private static Platform platform;
    private static Company company;

    @BeforeAll
    static void start() {
        platform = new Platform(Archive.unpack("swap").staffed(), "--demo").start();
        company = new Company(platform);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void aHundredChangesUnderLoadFailNoRequestAndEachDecisionIsWhatItsVersionSays() throws Exception {
        Path parameters = platform.archive().rules().resolve(SET).resolve("parameters.csv");
        String original = Files.readString(parameters);
        AtomicBoolean done = new AtomicBoolean();
        Queue<String> orders = new ConcurrentLinkedQueue<>();
        String customer = company.customer();
        ExecutorService load = Executors.newFixedThreadPool(2);
        List<Future<?>> workers = IntStream.range(0, 2)
                .<Future<?>>mapToObj(worker -> load.submit(() -> {
                    while (!done.get()) {
                        orders.add(company.register(company.contractNumber(), customer, Company.today())
                                .expect(200)
                                .body()
                                .path("order")
                                .asText());
                    }
                }))
                .toList();
        int first = activeNumber();
        for (int change = 1; change <= CHANGES; change++) {
            write(parameters, withDays(original, 2 + change));
            awaitNumber(first + change);
        }
        done.set(true);
        for (Future<?> worker : workers) {
            worker.get();
        }
        load.shutdown();
        assertThat(orders).hasSizeGreaterThan(CHANGES / 2);
        orders.forEach(RuleSwapIT::decidesAsItsVersionSays);
    }

    /** The version that changed n times gives 2 + n days. */
    private static void decidesAsItsVersionSays(String order) {
        JsonNode decisions = company.as("auditor").get("orders/" + order + "/decisions").expect(200).body();
        assertThat(decisions).isNotEmpty();
        for (JsonNode decision : decisions) {
            int said = 0;
            for (JsonNode concluded : decision.path("conclusions")) {
                said = concluded.path("conclusion").path("within").asInt(said);
            }
            int parameter = -1;
            for (JsonNode read : decision.path("parameters")) {
                if (read.path("name").asText().equals("entry-days")) {
                    parameter = read.path("value").asInt();
                }
            }
            assertThat(said).as(order).isEqualTo(parameter);
        }
    }

    @Test
    void aBrokenFileIsRefusedAtItsLineAndTheOldVersionGoesOn() throws Exception {
        Path folder = platform.archive().rules().resolve(SET);
        Path rule;
        try (var files = Files.list(folder)) {
            rule = files.filter(file -> file.toString().endsWith(".drl")).findFirst().orElseThrow();
        }
        String whole = Files.readString(rule);
        int before = activeNumber();
        write(rule, whole.replaceFirst("\\bthen\\b", "thenn"));
        await(() -> set().path("candidate").path("problems").size() > 0);
        JsonNode problem = set().path("candidate").path("problems").path(0);
        assertThat(problem.path("file").asText()).isEqualTo(rule.getFileName().toString());
        assertThat(problem.path("line").asInt()).isPositive();
        assertThat(problem.path("message").asText()).isNotBlank();
        assertThat(activeNumber()).isEqualTo(before);
        company.registered();
        Archive.Ended listed = platform.archive().kontor("rules", "problems");
        assertThat(listed.words()).contains(rule.getFileName().toString());
        write(rule, whole);
    }

    @Test
    void theDeliveredSetsPassedEveryStepWithoutAWarning() {
        JsonNode sets = company.as("auditor").get("rules").expect(200).body();
        assertThat(sets).hasSizeGreaterThan(8);
        for (JsonNode set : sets) {
            assertThat(set.path("active").path("problems")).as(set.path("name").asText()).isEmpty();
            assertThat(set.path("active").path("steps")).as(set.path("name").asText()).hasSize(10)
                    .noneMatch(step -> step.path("passage").asText().equals("FAILED"));
        }
        assertThat(platform.archive().kontor("rules", "check", platform.archive().rules().resolve("review/joint").toString()).code()).isZero();
    }

    @Test
    void aProposalIsTriedOnPastDecisionsAndDecidesOnlyWhenItIsActivated() {
        company.cleared(900_000);
        company.proposed("review/joint", "large-order-from,2000000", "large-order-from,900000");
        String day = Company.today().toString();

        Archive.Ended tried = platform.archive().kontor("rules", "try", "review/joint", day, day);

        assertThat(tried.code()).as(tried.words()).isZero();
        assertThat(tried.words()).contains("CNY 900000.00", "¥900,000.00", "replays/").doesNotContain("CNY 899");
        assertThat(company.tasks(company.passedFor(899_999))).doesNotContain("finance.evaluation");
        String before = company.passedFor(900_000);
        assertThat(decidedBy(before)).isEqualTo(1);
        assertThat(platform.archive().kontor("rules", "activate", "review/joint", "Tried on the past.").code()).isZero();
        assertThat(decidedBy(company.passedFor(900_000))).isEqualTo(2);
        assertThat(company.as("auditor").get("journal?limit=20&kind=rules.activated").expect(200).body().toString()).contains("\"replay\"");
    }

    /** The version of the joint review's rules that the order was last judged by. */
    private static int decidedBy(String order) {
        for (JsonNode decision : company.as("auditor").get("orders/" + order + "/decisions").expect(200).body()) {
            if (decision.path("point").asText().equals("review/joint")) {
                return decision.path("sets").path(0).path("number").asInt();
            }
        }
        throw new AssertionError(order + " was not judged by review/joint");
    }

    private static String withDays(String parameters, int days) {
        return parameters.replaceAll("(?m)^entry-days,[0-9]+,", "entry-days,%d,".formatted(days));
    }

    private static void write(Path file, String words) throws IOException {
        Path beside = platform.archive().data().resolve("beside.tmp");
        Files.writeString(beside, words);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static JsonNode set() {
        return company.as("rules").get("rules/" + SET).expect(200).body().path("set");
    }

    private static int activeNumber() {
        return set().path("active").path("version").path("number").asInt();
    }

    private static void awaitNumber(int number) {
        await(() -> activeNumber() == number);
    }

    /** Asks until it is so; what never becomes so fails the test after a minute. */
    private static void await(java.util.function.BooleanSupplier wanted) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting; the set is " + set()).isLessThan(end);
        }
    }
}
