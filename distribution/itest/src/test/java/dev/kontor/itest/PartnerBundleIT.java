package dev.kontor.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
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
@DisplayName("A partner's bundle comes, is approved, replaced, restarted and removed while the company works")
class PartnerBundleIT {

    private static final int SOON_MS = 60_000;
    private static final String TABLE = "create table lift_door (id integer not null); insert into lift_door values (1);";
    private static Platform platform;
    private static Bundles bundles;

    @BeforeAll
    static void start() {
        platform = new Platform(Archive.unpack("partner-bundle").staffed(), "--demo").start();
        bundles = Bundles.of(platform);
    }

    @AfterAll
    static void stop() {
        platform.close();
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
        bundles.drop("greedy.jar", greedy);
        bundles.becomes(greedy, "refused");
        assertThat(bundles.admin().get("pages/bundles/" + Bundles.digest(greedy)).body().findValuesAsText("text")).anyMatch(said -> said.contains("DynamicImport-Package"));
        Path jar = platform.archive().home().resolve("deploy/greedy.jar");
        Archive.Ended offline = platform.archive().kontor("bundle", "inspect", jar.toString());
        assertThat(offline.code()).as(offline.words()).isEqualTo(1);
        assertThat(offline.words()).contains("DynamicImport-Package").contains("lift/doors");
    }

    @Test
    @Order(2)
    void aJarThatIsDroppedWaitsAndServesItsPageOnceItIsApproved() throws IOException {
        byte[] jar = first();
        try (Browser browser = new Browser(); Visit visit = visit(browser)) {
            Locator menu = menu(visit);
            bundles.drop("lift.jar", jar);
            bundles.becomes(jar, "waits for approval");
            platform.as("lina").get("pages/lift/doors").expect(404);
            assertThat(menu).hasCount(0);
            bundles.approve(jar);
            bundles.becomes(jar, "runs");
            assertThat(page()).startsWith("version 1.0.0 doors 0");
            assertThat(menu).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON_MS));
            menu.click();
            assertThat(visit.page().locator("main")).containsText("version 1.0.0 doors 0");
        }
    }

    private static Visit visit(Browser browser) {
        Visit visit = Visit.of(browser, platform, new NewContextOptions().setLocale("en"));
        visit.signIn("lina");
        return visit;
    }

    /** The partner's place in the menu of a page that stays open. */
    private static Locator menu(Visit visit) {
        return visit.open("worklist").locator("#nav a[href='/lift/doors']");
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
    @Order(3)
    void whatItRegistersWhileItRunsStandsNowhereBesideTheConsole() {
        assertThat(page()).as("it was registered").contains("dev.acme.lift.LiftPage");
        Rest.Got got = platform.as("lina").get("/lift-plans/page.xml");
        assertThat(got.response().body()).doesNotContain("dev.acme.lift.LiftPage");
    }

    @Test
    @Order(4)
    void anUpdateRunsItsMigrationOnceOrTheVersionBeforeGoesOn() throws IOException {
        bundles.update(second(), "runs");
        assertThat(page()).startsWith("version 1.1.0 doors 1 ");
        byte[] broken = PartnerJar.lift(platform.archive(), "1.2.0").scripts(TABLE, "alter table lift_door add nonsense;").bytes();
        bundles.update(broken, "did not start");
        bundles.becomes(second(), "runs");
        assertThat(patiently("version 1.1.0 doors 1 ")).startsWith("version 1.1.0 doors 1 ");
        bundles.update(fourth(), "runs");
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
        bundles = Bundles.of(platform);
        assertThat(patiently("version 1.3.0 doors 2 ")).startsWith("version 1.3.0 doors 2 ");
    }

    @Test
    @Order(6)
    void whatIsRemovedKeepsItsDataAndMayComeBack() throws IOException {
        try (Browser browser = new Browser(); Visit visit = visit(browser)) {
            Locator menu = menu(visit);
            assertThat(menu).isVisible();
            Rest.Got removed = bundles.admin().command("bundles/remove", Map.of("values", Map.of("bundle", "dev.acme.lift", "reason", "sold"))).expect(200);
            assertThat(removed.body().path("said").asText()).contains("Its data stays");
            bundles.becomes(fourth(), "removed");
            assertThat(menu).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(SOON_MS));
        }
        bundles.approve(fourth());
        bundles.becomes(fourth(), "runs");
        assertThat(page()).startsWith("version 1.3.0 doors 2 ");
        assertThat(bundles.admin().get("journal").response().body()).contains("dev.acme.lift");
    }

    @Test
    @Order(7)
    void oneWhosePageIsNeverMadeKeepsNobodyWaiting() throws IOException {
        byte[] stuck = PartnerJar.stuck(platform.archive(), "1.4.0").scripts(TABLE, "insert into lift_door values (2);").bytes();
        try (Browser browser = new Browser(); Visit visit = visit(browser)) {
            bundles.update(stuck);
            bundles.becomes(stuck, "did not start", () -> assertThat(visit.open("worklist").locator("h1")).isVisible());
        }
        bundles.becomes(fourth(), "runs");
        assertThat(patiently("version 1.3.0 doors 2 ")).startsWith("version 1.3.0 doors 2 ");
    }

    @Test
    @Order(8)
    void oneThatWouldStandBesideTheConsoleWithoutSignInIsGivenUp() throws IOException {
        byte[] open = PartnerJar.open(platform.archive(), "1.5.0").scripts(TABLE, "insert into lift_door values (2);").bytes();
        bundles.update(open, "did not start");
        assertThat(bundles.admin().get("pages/bundles/" + Bundles.digest(open)).response().body()).contains("osgi.http.whiteboard");
        bundles.becomes(fourth(), "runs");
    }

    @Test
    @Order(9)
    void onePathOutsideItsOwnIsFoundWhenItStartsWhereNoConstantTellsIt() throws IOException {
        byte[] elsewhere = PartnerJar.elsewhere(platform.archive(), "1.6.0").scripts(TABLE, "insert into lift_door values (2);").bytes();
        bundles.update(elsewhere, "did not start");
        assertThat(bundles.admin().get("pages/bundles/" + Bundles.digest(elsewhere)).response().body()).contains("production/doors");
        bundles.becomes(fourth(), "runs");
    }

    @Test
    @Order(10)
    void oneThatNoLongerSaysItsNameIsInspectedAndRemovedAllTheSame() throws IOException {
        byte[] silent = PartnerJar.fallingSilent(platform.archive(), "1.7.0").scripts(TABLE, "insert into lift_door values (2);").bytes();
        bundles.update(silent, "runs");
        for (int i = 0; i < 25; i++) {
            bundles.admin().get("pages/bundles/" + Bundles.digest(silent)).expect(200);
        }
        bundles.admin().command("bundles/remove", Map.of("values", Map.of("bundle", "dev.acme.lift", "reason", "silent"))).expect(200);
        bundles.becomes(silent, "removed");
    }
}
