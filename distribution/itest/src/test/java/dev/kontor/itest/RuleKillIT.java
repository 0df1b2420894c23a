package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each version gives a number of days that no other gives, so that it is known by them in decisions and in the journal. */
@DisplayName("A rule change that kill -9 meets on its way is whole or was not begun, and is done once (K-5, K-12)")
class RuleKillIT {

    private static final String SET = "entry/deadlines";
    /** Milliseconds within which the files are still settling, are being checked and tried, and begin to decide. */
    private static final int[] FOLDER = {250, 700, 1500};
    private static final int COMMAND = 600;
    private static final int DUE = 5000;
    private static final Random RANDOM = new Random(Long.getLong("kontor.rule-kill-seed", 20260214));
    private static Platform platform;
    private static Company company;
    private static String customer;
    private static int days = 2;

    @BeforeAll
    static void start() {
        platform = new Platform(Archive.unpack("rule-kill").staffed(), "--demo").start();
        company = new Company(platform);
        customer = company.customer();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void theWayByTheFolderIsGoneToItsEndByItself(int round) {
        Path parameters = platform.archive().rules().resolve(SET).resolve("parameters.csv");
        for (int within : FOLDER) {
            int before = days++;
            write(parameters, withDays(read(parameters)));
            killed(within);
            assertThat(decides()).isIn(before, days);
            company.until("the folder's change decides", () -> activeDays() == days);
            assertDoneOnce();
        }
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void anUploadIsThereWholeOrNotAndOnceWhenItIsSentAgain(int round) {
        int before = activeDays();
        days++;
        Map<String, ?> asked = upload("activate");
        String key = UUID.randomUUID().toString();
        boolean acknowledged = killedUnder("rules/upload", asked, key);
        assertThat(decides()).isIn(acknowledged ? days : before, days);
        send("rules/upload", asked, key).expect(200);
        assertDoneOnce();
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void aProposalDecidesOnlyWhenItIsActivatedAndThatOnce(int round) {
        int before = activeDays();
        days++;
        send("rules/upload", upload("propose"), UUID.randomUUID().toString()).expect(200);
        String digest = set().path("candidate").path("version").path("digest").asText();
        assertThat(journal("rules.proposed").toString().split(digest.substring(0, 8), -1)).hasSize(2);
        assertThat(decides()).isEqualTo(before);
        Map<String, ?> activation = Map.of("set", SET, "digest", digest, "reason", "Read and understood.");
        String second = UUID.randomUUID().toString();
        boolean acknowledged = killedUnder("rules/activate", activation, second);
        assertThat(decides()).isIn(acknowledged ? days : before, days);
        send("rules/activate", activation, second).expect(200);
        assertDoneOnce();
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void aVersionThatIsDueBeginsByItselfAndOnce(int round) {
        int before = activeDays();
        days++;
        send("rules/upload", upload("propose"), UUID.randomUUID().toString()).expect(200);
        String digest = set().path("candidate").path("version").path("digest").asText();
        int ahead = daysAhead() + 1;
        send("rules/activate", Map.of("set", SET, "digest", digest, "reason", "From then on.", "from", Company.today().plusDays(ahead).toString()),
                UUID.randomUUID().toString()).expect(200);
        assertThat(decides()).isEqualTo(before);
        write(clock(), "offset = P%dD\n".formatted(ahead));
        company.until("the day has come", () -> platform.log().contains("Business time is PT%dH ahead".formatted(24 * ahead)));
        killed(DUE);
        company.until("the version of that day decides", () -> activeDays() == days);
        assertDoneOnce();
    }

    static IntStream rounds() {
        return IntStream.rangeClosed(1, Integer.getInteger("kontor.rule-kills", 1));
    }

    private static Path clock() {
        return platform.archive().home().resolve("etc/dev.kontor.kernel.clock.cfg");
    }

    private static int daysAhead() {
        return Files.exists(clock()) ? Integer.parseInt(read(clock()).replaceAll("\\D", "")) : 0;
    }

    /** Killed at some time within so many milliseconds, and started again. */
    private static void killed(int within) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(RANDOM.nextInt(within)));
        platform.kill();
        platform.start();
    }

    /** @return whether the command was answered before the kill */
    private static boolean killedUnder(String command, Map<String, ?> values, String key) {
        company.as("rules"); // signs in before
        CompletableFuture<Boolean> answered = CompletableFuture.supplyAsync(() -> {
            try {
                return send(command, values, key).status() == 200;
            } catch (UncheckedIOException cutOff) {
                return false;
            }
        });
        killed(COMMAND);
        return answered.join();
    }

    private static Rest.Got send(String command, Map<String, ?> values, String key) {
        return company.as("rules").post("commands/" + command, Map.of("values", values), key);
    }

    private static Map<String, ?> upload(String then) {
        String digest = set().path("active").path("version").path("digest").asText();
        String now = company.as("rules").get("rules/" + SET + "/files/" + digest).expect(200).body().path("parameters.csv").asText();
        return new HashMap<>(Map.of("set", SET, "file", "parameters.csv", "content", withDays(now).strip(), "then", then, "reason", "One more day."));
    }

    /** What is active decides, in a new order, and says what its parameters say: never a mixture of two versions. */
    private static int decides() {
        String order = company.register(company.contractNumber(), customer, Company.today()).expect(200).body().path("order").asText();
        JsonNode decision = company.as("auditor").get("orders/" + order + "/decisions").expect(200).body().path(0);
        int said = decision.path("conclusions").path(0).path("conclusion").path("within").asInt();
        for (JsonNode read : decision.path("parameters")) {
            if (read.path("name").asText().equals("entry-days")) {
                assertThat(said).as(order).isEqualTo(read.path("value").asInt());
            }
        }
        return said;
    }

    private static void assertDoneOnce() {
        assertThat(decides()).isEqualTo(days).isEqualTo(activeDays());
        int times = 0;
        for (JsonNode entry : journal("rules.activated").findValues("changes")) {
            for (JsonNode change : entry) {
                if (change.path("field").asText().startsWith("entry-days ") && change.path("after").asText().startsWith(days + " ")) {
                    times++;
                }
            }
        }
        assertThat(times).as("activations of the version that gives %d days", days).isEqualTo(1);
        assertThat(company.as("auditor").get("journal/verification").expect(200).body().path("faults")).isEmpty();
    }

    private static JsonNode journal(String kind) {
        return company.as("auditor").get("journal?limit=200&kind=" + kind).expect(200).body();
    }

    private static JsonNode set() {
        return company.as("rules").get("rules/" + SET).expect(200).body().path("set");
    }

    private static int activeDays() {
        String digest = set().path("active").path("version").path("digest").asText();
        String now = company.as("rules").get("rules/" + SET + "/files/" + digest).expect(200).body().path("parameters.csv").asText();
        return Integer.parseInt(now.replaceAll("(?s).*?(?<=\n)entry-days,([0-9]+),.*", "$1"));
    }

    private static String withDays(String parameters) {
        return parameters.replaceAll("(?m)^entry-days,[0-9]+,", "entry-days,%d,".formatted(days));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String words) {
        try {
            Path beside = platform.archive().data().resolve("beside.tmp");
            Files.writeString(beside, words);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
