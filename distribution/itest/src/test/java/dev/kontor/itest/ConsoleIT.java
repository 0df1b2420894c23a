package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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

@DisplayName("The console in Chromium, in both languages, at desktop and phone width")
class ConsoleIT {

    private static Platform platform;
    private static Browser browser;
    private static String order;

    @BeforeAll
    static void start() {
        platform = new Platform(Archive.unpack("console"), "--demo").start().settled();
        browser = new Browser();
        Company company = new Company(platform);
        order = company.submitted(400_000);
        company.passed(order);
    }

    @AfterAll
    static void stop() {
        browser.close();
        platform.close();
    }

    private static final Map<String, List<String>> PAGES = Map.of(
            "lina", List.of("worklist", "orders", "orders/{order}", "orders/{order}?tab=decisions",
                    "orders/{order}?tab=timeline", "orders/{order}?tab=documents", "do/entry/register", "customers", "models",
                    "calendars", "delegations", "account", "notices"),
            "sun", List.of("worklist", "orders/{order}"),
            "rules", List.of("rules", "rules/review/joint"),
            "auditor", List.of("journal", "journal/verification", "roster", "accounts"));

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
                Page page = visit.open(path.replace("{order}", order));
                String where = "%s %s %d".formatted(path, language, width);
                assertThat(page.getAttribute("html", "lang")).as(where).startsWith(language.substring(0, 2));
                assertThat(page.locator("h1").count()).as(where).isEqualTo(1);
                visit.isAccessible(where);
                visit.fits(where);
                visit.shot("%s-%s-%d".formatted(path.replaceAll("[^a-z]+", "-"), language, width));
            }
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aWrongPasswordIsRefusedInWordsAndTheNameStays() {
        try (Visit visit = Visit.of(browser, platform, "en", 1280)) {
            visit.open("sign-in").fill("#name", "lina");
            visit.page().fill("#password", "wrong");
            visit.page().press("#password", "Enter");
            visit.page().waitForSelector("#refusal");
            assertThat(visit.page().inputValue("#name")).isEqualTo("lina");
        }
    }

    @Test
    void whoIsNotSignedInSeesTheSignInPageOnly() {
        try (Visit visit = Visit.of(browser, platform, "en", 1280)) {
            visit.open("orders/" + order);
            assertThat(visit.page().url()).contains("sign-in");
            assertThat(visit.page().content()).doesNotContain("Hamburg");
        }
    }

    @Test
    void everyPageOfTheDemoSaysSo() {
        try (Visit visit = Visit.of(browser, platform, "en", 1280)) {
            visit.signIn("lina");
            visit.speak("en");
            assertThat(visit.open("worklist").content()).containsIgnoringCase("demo");
        }
    }

    @Test
    void anAdministratorFindsNoOrder() {
        try (Visit visit = Visit.of(browser, platform, "en", 1280)) {
            visit.signIn("rules");
            assertThat(visit.page().navigate(platform.url() + "orders/" + order).status()).isEqualTo(404);
        }
    }
}
