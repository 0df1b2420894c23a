package dev.kontor.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
@DisplayName("In Chromium a partner's department comes and goes in a page that stays open: its menu, its page, its tasks")
class PartnerInChromiumIT {

    private static final double SOON_MS = 60_000;
    private static final String SHAFT = "2,40 m × 1,80 m, 井道";

    private static Platform platform;
    private static Bundles bundles;
    private static Company company;
    private static Browser browser;
    private static Visit visit;
    private static Page open;
    private static String order;

    @BeforeAll
    static void start() {
        platform = new Platform(Archive.unpack("partner-in-chromium").staffed(), "--demo").start();
        bundles = Bundles.of(platform);
        company = new Company(platform);
        browser = new Browser();
        visit = Visit.of(browser, platform, new NewContextOptions().setLocale("en"));
        visit.signIn("lina");
        visit.speak("en");
        open = visit.open("worklist");
        open.evaluate("window.stayedOpen = true");
    }

    @AfterAll
    static void stop() {
        browser.close();
        platform.close();
    }

    private static byte[] jar(String version) throws IOException {
        return PartnerJar.department(platform.archive(), version).bytes();
    }

    private static Locator menu() {
        return open.locator("#nav a[href='/lift/doors']");
    }

    private static Locator task() {
        return open.locator("main a[href*='" + order + "']").filter(new Locator.FilterOptions().setHasText("Measure the shaft"));
    }

    private static void count(Locator locator, int number) {
        assertThat(locator).hasCount(number, new HasCountOptions().setTimeout(SOON_MS));
    }

    private static void nobodyReloaded() {
        assertThat(open.evaluate("window.stayedOpen")).isEqualTo(true);
    }

    @Test
    @Order(1)
    void itsMenuAndItsTasksAppearWhereSomebodyOnlyLooks() throws IOException {
        count(menu(), 0);
        byte[] jar = jar("1.0.0");
        bundles.drop("lift.jar", jar);
        bundles.becomes(jar, "waits for approval");
        bundles.approve(jar);
        bundles.becomes(jar, "runs");
        count(menu(), 1);

        company.until("it has a say", () ->
                company.as("system").command("roster/approve", Map.of("values", Map.of("name", "lift"))).status() == 200);
        order = company.registered();
        count(task(), 1);
        nobodyReloaded();
    }

    @Test
    @Order(2)
    void aFormThatIsBeingFilledInWhileItGoesSaysSoAndLosesNothing() throws IOException {
        Page form = visit.context().newPage();
        form.navigate(platform.url() + "do/lift/measure?order=" + order);
        form.fill("[name='shaft']", SHAFT);

        try (Visit administrator = Visit.of(browser, platform, new NewContextOptions().setLocale("en"))) {
            administrator.signIn("system");
            administrator.speak("en");
            Page shelf = administrator.open("bundles");
            bundles.admin().command("bundles/remove", Map.of("values", Map.of("bundle", "dev.acme.lift", "reason", "a test"))).expect(200);
            bundles.becomes(jar("1.0.0"), "removed");
            Pattern gone = Pattern.compile("^\\s*removed\\s*$");
            count(shelf.locator(".badge").filter(new Locator.FilterOptions().setHasText(gone)), 1);
        }
        count(menu(), 0);
        count(task(), 1);
        nobodyReloaded();

        sent(form);
        assertThat(form.locator("main")).containsText("Not possible right now");
        assertThat(form.locator("main")).containsText(SHAFT);

        bundles.approve(jar("1.0.0"));
        bundles.becomes(jar("1.0.0"), "runs");
        count(menu(), 1);
        company.until("what was typed is taken", () -> {
            sent(form);
            return form.url().contains("/orders/");
        });
        count(task(), 0);
        nobodyReloaded();
        assertThat(company.journal(order)).contains(SHAFT);
        form.close();
    }

    private static void sent(Page form) {
        form.waitForNavigation(() -> form.locator("form.form .send .primary").click());
    }

    @Test
    @Order(3)
    void anUpdateIsServedFromTheMenuThatIsOpen() throws IOException {
        bundles.update(jar("1.1.0"), "runs");
        count(menu(), 1);
        nobodyReloaded();
        menu().click();
        assertThat(open.locator("main")).containsText("version 1.1.0");
        assertThat(visit.complaints()).isEmpty();
    }
}
