package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
@DisplayName("A partner's bundle comes, is approved, replaced, restarted and removed while the company works")
class PartnerBundleIT {

    private static final String TABLE = "create table lift_door (id integer not null); insert into lift_door values (1);";
    private static Platform platform;
    private static Rest admin;

    @BeforeAll
    static void start() {
        platform = new Platform(Archive.unpack("partner"), "--demo").start();
        admin = administrator();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static Rest administrator() {
        try {
            return new Rest(platform.url(), Files.readString(platform.archive().data().resolve("cli.token")).strip());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String digest(byte[] jar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How a jar stands on the page; the state changes when the platform comes to it. */
    private static void becomes(String digest, String state) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        String seen = "";
        while (System.nanoTime() < end) {
            Rest.Got got = admin.get("pages/bundles").expect(200);
            seen = got.response().body();
            for (JsonNode block : got.body().path("blocks")) {
                for (JsonNode row : block.path("rows")) {
                    if (row.get(0).path("href").asText().endsWith(digest) && row.get(2).path("text").asText().equals(state)) {
                        return;
                    }
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        throw new AssertionError(digest + " did not become " + state + ": " + seen + "\n" + platform.log());
    }

    private static void drop(String name, byte[] jar) throws IOException {
        Files.write(platform.archive().home().resolve("deploy").resolve(name), jar);
    }

    private static void approve(byte[] jar) {
        admin.command("bundles/approve", Map.of("values", Map.of("bundle", digest(jar), "fingerprint", digest(jar)))).expect(200);
    }

    private static void update(byte[] jar, String becomes) {
        String handle = admin.upload("lift.jar", jar);
        admin.command("bundles/update", Map.of("values", Map.of("file", handle))).expect(200);
        approve(jar);
        becomes(digest(jar), becomes);
    }

    private static String page() {
        return platform.as("lina").get("pages/lift/doors").expect(200).body().path("blocks").get(0).path("text").asText();
    }

    private static byte[] first() throws IOException {
        return PartnerJar.lift(platform.archive(), "1.0.0").bytes();
    }

    private static byte[] second() throws IOException {
        return PartnerJar.lift(platform.archive(), "1.1.0").scripts(TABLE).bytes();
    }

    private static byte[] fourth() throws IOException {
        return PartnerJar.lift(platform.archive(), "1.3.0").scripts(TABLE, "insert into lift_door values (2);").bytes();
    }

    @Test
    @Order(1)
    void whatReachesTooFarIsRefusedInASentenceAndNeverRuns() throws IOException {
        byte[] greedy = PartnerJar.lift(platform.archive(), "0.9.0").header("DynamicImport-Package", "*").bytes();
        drop("greedy.jar", greedy);
        becomes(digest(greedy), "refused");
        assertThat(admin.get("pages/bundles/" + digest(greedy)).body().findValuesAsText("text")).anyMatch(said -> said.contains("DynamicImport-Package"));
        Path jar = platform.archive().home().resolve("deploy/greedy.jar");
        Archive.Ended offline = platform.archive().kontor("bundle", "inspect", jar.toString());
        assertThat(offline.code()).as(offline.words()).isEqualTo(1);
        assertThat(offline.words()).contains("DynamicImport-Package").contains("lift/doors");
    }

    @Test
    @Order(2)
    void aJarThatIsDroppedWaitsAndServesItsPageOnceItIsApproved() throws IOException {
        byte[] jar = first();
        drop("lift.jar", jar);
        becomes(digest(jar), "waits for approval");
        platform.as("lina").get("pages/lift/doors").expect(404);
        approve(jar);
        becomes(digest(jar), "runs");
        assertThat(page()).startsWith("version 1.0.0 doors 0");
    }

    @Test
    @Order(3)
    void itSeesTheApiAndNothingOfThePlatformsInside() {
        String seen = page();
        assertThat(seen).contains("dev.kontor.api.time.Clock", "dev.kontor.api.order.Orders");
        assertThat(seen).doesNotContain("dev.kontor.store.Transactions", "dev.kontor.api.health.Backup", "dev.kontor.api.rule.RuleEngine",
                "dev.kontor.api.department.Department ", "dev.kontor.api.command", "javax.sql.DataSource", "ConfigurationAdmin");
        assertThat(seen.substring(seen.indexOf(" bundles ")).split(" ")).contains("dev.acme.lift", "dev.kontor.api")
                .doesNotContain("dev.kontor.finance", "org.apache.felix.framework");
    }

    @Test
    @Order(4)
    void anUpdateRunsItsMigrationOnceOrTheVersionBeforeGoesOn() throws IOException {
        update(second(), "runs");
        assertThat(page()).startsWith("version 1.1.0 doors 1 ");
        byte[] broken = PartnerJar.lift(platform.archive(), "1.2.0").scripts(TABLE, "alter table lift_door add nonsense;").bytes();
        update(broken, "did not start");
        becomes(digest(second()), "runs");
        assertThat(patiently("version 1.1.0 doors 1 ")).startsWith("version 1.1.0 doors 1 ");
        update(fourth(), "runs");
        assertThat(page()).startsWith("version 1.3.0 doors 2 ");
    }

    /** The version before starts again within a moment after the new one was given up. */
    private static String patiently(String wanted) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < end) {
            Rest.Got got = platform.as("lina").get("pages/lift/doors");
            if (got.status() == 200 && got.response().body().contains(wanted)) {
                break;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        return page();
    }

    @Test
    @Order(5)
    void itRunsAgainAfterAStopThatLostTheFrameworksCache() throws IOException {
        platform.stop();
        Archive.delete(platform.archive().data().resolve("cache"));
        Archive.delete(platform.archive().home().resolve("deploy"));
        platform.start();
        admin = administrator();
        assertThat(patiently("version 1.3.0 doors 2 ")).startsWith("version 1.3.0 doors 2 ");
    }

    @Test
    @Order(6)
    void whatIsRemovedKeepsItsDataAndMayComeBack() throws IOException {
        Rest.Got removed = admin.command("bundles/remove", Map.of("values", Map.of("bundle", "dev.acme.lift", "reason", "sold"))).expect(200);
        assertThat(removed.body().path("said").asText()).contains("Its data stays");
        becomes(digest(fourth()), "removed");
        approve(fourth());
        becomes(digest(fourth()), "runs");
        assertThat(page()).startsWith("version 1.3.0 doors 2 ");
        assertThat(admin.get("journal").response().body()).contains("dev.acme.lift");
    }
}
