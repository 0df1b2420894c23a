package dev.kontor.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The order's page, documents, calendars and journal in Chromium")
class PagesIT {

    private static Platform platform;
    private static Browser browser;
    private static Company company;
    private static String order;
    private static String document;

    @BeforeAll
    static void start() {
        platform = new Platform(Archive.unpack("pages"), "--demo").start().settled();
        browser = new Browser();
        company = new Company(platform);
        order = company.submitted(400_000);
        company.passed(order);
        try (Visit visit = Visit.of(browser, platform, "en", 1280)) {
            visit.signIn("lina");
            document = visit.open("orders/" + order + "?tab=documents").locator("tbody th a").first().getAttribute("href").substring(1);
        }
    }

    @AfterAll
    static void stop() {
        browser.close();
        platform.close();
    }

    private static final Map<String, List<String>> PAGES = Map.of(
            "lina", List.of("orders/{order}", "orders/{order}?tab=timeline", "orders/{order}?tab=documents", "{document}",
                    "do/documents/file?order={order}", "do/notes/write?order={order}", "calendars/2026", "calendars/2028", "customers"),
            "wu", List.of("orders/{order}", "orders/{order}?tab=decisions"),
            "system", List.of("calendars", "do/calendars/override", "roster", "journal?kind=role.granted"),
            "auditor", List.of("journal", "journal?by=lina&day=2020-01-01", "journal/verification", "violations", "orders/{order}?tab=timeline"));

    private static String address(String path) {
        return path.replace("{order}", order).replace("{document}", document);
    }

    static Stream<Arguments> visits() {
        return Stream.of("zh-CN", "en").flatMap(language -> Stream.of(1280, 390)
                .flatMap(width -> PAGES.keySet().stream().map(person -> Arguments.of(language, width, person))));
    }

    @ParameterizedTest(name = "{0} at {1} px for {2}")
    @MethodSource("visits")
    void everyPageIsAccessibleFitsTheScreenAndAsksNobodyElse(String language, int width, String person) {
        try (Visit visit = Visit.of(browser, platform, language, width)) {
            visit.signIn(person);
            visit.speak(language);
            for (String path : PAGES.get(person)) {
                visit.open(address(path));
                String where = "%s %s %d".formatted(path, language, width);
                assertThat(visit.page().locator("h1").count()).as(where).isEqualTo(1);
                assertThat(visit.page().locator("main").innerText()).as(where).doesNotContain("console.", "kernel.", "change.");
                visit.isAccessible(where);
                visit.fits(where);
                visit.shot("p-%s-%s-%d".formatted(path.replaceAll("[^a-z]+", "-"), language, width));
            }
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @ParameterizedTest(name = "for {0}")
    @MethodSource("everybody")
    void contrastHoldsInTheDark(String person) {
        NewContextOptions dark = new NewContextOptions().setLocale("zh-CN").setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK);
        try (Visit visit = Visit.of(browser, platform, dark)) {
            visit.signIn(person);
            for (String path : PAGES.get(person)) {
                visit.open(address(path));
                visit.isAccessible(path + " in the dark");
            }
        }
    }

    static Stream<String> everybody() {
        return PAGES.keySet().stream();
    }

    @Test
    void aReviewerReadsTheRulesAndTheOrderAndOpinesOnOnePage() {
        String mine = company.submitted(300_000);
        company.passed(mine);
        company.arrived(mine);
        try (Visit visit = Visit.of(browser, platform, "en", 1280)) {
            visit.signIn("zhou");
            visit.speak("en");
            Page page = visit.open("orders/" + mine);

            assertThat(page.locator(".note").first()).containsText("It waits for");
            assertThat(page.locator(".note").first()).containsText("Your next step");
            assertThat(page.locator("caption", new Page.LocatorOptions().setHasText("What the rules conclude"))).isVisible();
            assertThat(page.locator("details.section[open] form")).isVisible();
            assertThat(page.getByText("KX-500").first()).isVisible();
        }
    }

    @Test
    void thePageSaysThatTheConnectionIsGoneAndWhenItIsBack() {
        try (Visit visit = Visit.of(browser, platform, "en", 1280)) {
            visit.signIn("lina");
            Page page = visit.open("orders/" + order);
            page.route("**/events", route -> route.abort());
            page.reload();
            assertThat(page.locator("[data-gone]")).isVisible();
            page.unroute("**/events");
            assertThat(page.locator("[data-gone]")).isHidden(new IsHiddenOptions().setTimeout(30_000));
        }
    }

    @Test
    void aViolationIsOneClickFromItsRuleItsFactsAndTheOrdersEvents() {
        try (Visit visit = Visit.of(browser, platform, "en", 1280)) {
            visit.signIn("auditor");
            visit.speak("en");
            Page page = visit.open("violations");
            page.locator("tbody tr").first().locator("a[href^='/decisions/']").click();
            assertThat(page.locator("main")).containsText("Clause");
            assertThat(page.locator("main")).containsText("Facts");
            page.goBack();
            page.locator("tbody tr").first().locator("a[href^='/orders/']").click();
            assertThat(page.locator(".timeline")).isVisible();
        }
    }
}
