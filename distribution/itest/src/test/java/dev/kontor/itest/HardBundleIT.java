package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
@DisplayName("What one process hardly contains: a partner's bundle that asks for too much memory, or ends the platform")
class HardBundleIT {

    private static final String PAGE = "pages/lift/doors";
    private static final String HALT = "Runtime.class.getMethod(\"halt\", int.class).invoke(Runtime.getRuntime(), 9);";
    private static final String EXIT = "try { Runtime.class.getMethod(\"exit\", int.class).invoke(Runtime.getRuntime(), 9); }"
            + " catch (ReflectiveOperationException never) { throw new IllegalStateException(never); }";
    private static final String END = "end";
    private static final String STARTED = "dev.acme.lift 1.0.0 runs.";
    private static Platform platform;
    private static Bundles bundles;

    @BeforeAll
    static void start() throws IOException {
        Archive archive = Archive.unpack("hard-bundle").staffed();
        restBriefly(archive);
        platform = new Platform(archive, "--demo").start();
        bundles = Bundles.of(platform);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    /** A bundle that failed badly is left alone for a second instead of half a minute. */
    private static void restBriefly(Archive archive) throws IOException {
        Path feature = archive.home().resolve("lib").resolve(Store.DERBY.featureFile());
        ObjectNode json = (ObjectNode) Rest.JSON.readTree(Files.readString(feature));
        json.withObject("/configurations").putObject("dev.kontor.kernel.wall").put("rest.seconds", 1);
        Files.writeString(feature, json.toString());
    }

    private static void restart() {
        platform.start();
        bundles = Bundles.of(platform);
    }

    private static byte[] greedy() throws IOException {
        return PartnerJar.doing(platform.archive(), "1.0.0", "", "KEPT.add(new byte[Integer.MAX_VALUE]);").bytes();
    }

    /** It ends the process when it starts, as long as a file says so. */
    private static byte[] endingLater() throws IOException {
        String asked = "if (java.nio.file.Files.exists(java.nio.file.Path.of(System.getProperty(\"kontor.data\"), \"%s\"))) { %s }".formatted(END, HALT);
        return PartnerJar.doing(platform.archive(), "1.1.0", asked, "").bytes();
    }

    private static String page(byte[] jar) {
        return bundles.admin().get("pages/bundles/" + Bundles.digest(jar)).response().body();
    }

    @Test
    @Order(1)
    @DisplayName("An array larger than there can be is the bundle's failure: three strikes, and everybody else goes on")
    void oneOversizedArrayEndsNobody() throws IOException {
        byte[] jar = greedy();
        bundles.drop("lift.jar", jar);
        bundles.becomes(jar, "waits for approval");
        bundles.approve(jar);
        bundles.becomes(jar, "runs");
        long process = platform.handle().pid();

        bundles.becomes(jar, "should run and does not", () -> {
            platform.as("lina").get(PAGE);
            platform.as("lina").get("tasks").expect(200);
        });

        assertThat(platform.handle().pid()).isEqualTo(process);
        assertThat(platform.handle().isAlive()).isTrue();
        assertThat(bundles.admin().get("pages/wall").response().body()).contains("Requested array size exceeds VM limit");
    }

    @Test
    @Order(2)
    @DisplayName("In quarantine it is not started by a restart, which names it and does not wait; released it starts")
    void inQuarantineItStaysStoppedAfterARestart() throws IOException {
        platform.stop();
        Archive.delete(platform.archive().data().resolve("cache"));
        restart();

        assertThat(platform.said()).contains("Kontor warns: partners: These bundles of partners should run and do not: dev.acme.lift");
        bundles.becomes(greedy(), "should run and does not");
        assertThat(page(greedy())).contains("is in quarantine");
        assertThat(platform.logged(STARTED)).as("starts").isEqualTo(1);

        bundles.admin().command("wall/release", Map.of("values", Map.of("bundle", "dev.acme.lift", "why", "a test"))).expect(200);
        bundles.becomes(greedy(), "runs");
        platform.untilLogged(STARTED, 2);
    }

    @Test
    @Order(3)
    @DisplayName("One that ran and whose start ends the platform twice in a row is not started a third time")
    void oneThatEndsThePlatformAtEachStartIsGivenUp() throws IOException {
        byte[] jar = endingLater();
        bundles.update(jar, "runs");
        Path end = Files.createFile(platform.archive().data().resolve(END));
        platform.stop();
        assertThatThrownBy(platform::start).hasMessageStartingWith("It ended while starting");
        assertThatThrownBy(platform::start).hasMessageStartingWith("It ended while starting");

        restart();
        bundles.becomes(jar, "did not start");
        assertThat(page(jar)).contains("ended twice in a row");
        platform.as("lina").get("tasks").expect(200);

        Files.delete(end);
        bundles.approve(jar);
        bundles.becomes(jar, "runs");
    }

    @Test
    @Order(4)
    @DisplayName("An update whose first start ends the platform is given up at once, and the version before goes on")
    void anUpdateThatEndsThePlatformGoesBack() throws IOException {
        byte[] jar = PartnerJar.doing(platform.archive(), "1.2.0", HALT, "").bytes();
        bundles.update(jar);
        platform.handle().onExit().join();

        restart();
        bundles.becomes(jar, "did not start");
        assertThat(page(jar)).contains("for the first time");
        bundles.becomes(endingLater(), "runs");
        assertThat(platform.as("lina").get(PAGE).expect(200).body().path("blocks").get(0).path("text").asText()).startsWith("version 1.1.0");
    }

    @Test
    @Order(5)
    @DisplayName("A heap that stays full ends the process, which says so, and serves again when it is started")
    void aFullHeapEndsTheProcess() throws IOException {
        byte[] jar = PartnerJar.doing(platform.archive(), "1.3.0", "",
                "int size = 1 << 20; while (System.nanoTime() != 0) { try { KEPT.add(new byte[size]); } catch (OutOfMemoryError full) {"
                        + " if (size < 64) { throw full; } size /= 2; } }").bytes();
        bundles.update(jar, "runs");
        askUntilItEnds();

        assertThat(platform.stop()).as("exit code").isEqualTo(3);
        restart();
        bundles.becomes(jar, "runs");
        platform.as("lina").get("tasks").expect(200);
    }

    @Test
    @Order(6)
    @DisplayName("Whose call asked for the end of the process stands in the log")
    void whoeverEndsTheProcessIsNamed() throws IOException {
        byte[] jar = PartnerJar.doing(platform.archive(), "1.4.0", "", EXIT).bytes();
        bundles.update(jar, "runs");
        askUntilItEnds();

        platform.stop();
        assertThat(platform.logged("The process ends because dev.acme.lift asked for it in Page.show")).isEqualTo(1);
    }

    /** For the page of the partner's bundle, which does not answer. */
    private static void askUntilItEnds() {
        Rest lina = platform.as("lina");
        Thread asking = new Thread(() -> lina.get(PAGE), "asking");
        asking.setDaemon(true);
        asking.setUncaughtExceptionHandler((thread, cutOff) -> {});
        asking.start();
        while (platform.handle().isAlive()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }
}
