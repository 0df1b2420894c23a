package dev.kontor.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@InDemo
@Order(Order.DEFAULT + 2)
@DisplayName("Every page of the console in Chromium, in both languages, at desktop and phone width")
class PagesIT {

    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final List<String> PEOPLE = List.of("lina", "chen", "sun", "zhou", "wu", "rules", "system", "security", "auditor",
            "qian", "he", "ma", "lu", "tang", "xu", "song", "shen", "gao");

    /** Of an order whose life is over. */
    private static final List<String> TABS = List.of("review-opinions", "production-plan", "production-quality", "finance-schedule",
            "finance-settlement", "logistics-shipments", "machines", "aftersales", "aftersales-retrospective", "archive-volumes");

    /** What no link of the navigation leads to. */
    private static final Map<String, List<String>> FURTHER = Map.of(
            "lina", List.of("orders/{order}", "orders/{order}?tab=decisions", "orders/{order}?tab=timeline", "orders/{order}?tab=documents",
                    "{document}", "do/documents/file?order={order}", "do/notes/write?order={order}", "do/entry/register", "calendars/2028",
                    "account", "notices"),
            "sun", List.of("worklist", "orders/{order}"),
            "wu", List.of("orders/{order}"),
            "rules", List.of("rules/review/joint", "replays/{replay}?sort=money", "rules/review/joint/edit?file=large-order.drl", "parameters?words=large", "parameters/review/joint/large-order-from", "do/rules/parameters?subject=review/joint", "do/rules/upload?subject=review/joint@parameters.csv"),
            "system", List.of("do/calendars/override", "journal?kind=role.granted"),
            "auditor", List.of("journal?by=lina&day=2020-01-01", "journal/verification", "orders/{order}?tab=timeline", "replays/{replay}",
                    "{decision}", "{decision}/near-misses", "{decision}/what-if", "decisions/proofs", "do/rules/verify"));

    private static final Map<String, Set<String>> SEEN = new HashMap<>();

    private static Demo demo;
    private static Company company;
    private static String order;
    private static String document;
    private static String filed;
    private static String machine;
    private static String replay;
    private static String decision;

    @BeforeAll
    static void start(Demo shared) {
        demo = shared;
        company = demo.company();
        order = company.submitted(400_000);
        company.passed(order);
        company.proposed("review/joint", "large-order-from,2000000", "large-order-from,300000");
        replay = company.replayed("review/joint");
        company.until("the demo's first order is filed", () -> !over().isEmpty());
        filed = over();
        machine = company.as("auditor").get("pages/machines").expect(200).body().findValuesAsText("text").get(0);
        try (Visit visit = demo.visit("lina", "en", DESKTOP)) {
            document = visit.open("orders/" + order + "?tab=documents").locator("tbody th a").first().getAttribute("href").substring(1);
            decision = visit.open("decisions?set=review%2Fjoint&kind=require").locator("tbody th a").first().getAttribute("href").substring(1);
        }
    }

    private static Stream<String> over(List<String> tabs) {
        return Stream.concat(Stream.of("machines/{machine}"), tabs.stream().map(tab -> "orders/{filed}?tab=" + tab));
    }

    /** An order whose volume is filed; empty while there is none. */
    private static String over() {
        return company.as("auditor").get("orders?milestone=archive.filed&limit=1").expect(200).body().path("orders").path(0).path("number").asText();
    }

    static Stream<Arguments> visits() {
        return Stream.of("zh-CN", "en").flatMap(language -> PEOPLE.stream().map(person -> Arguments.of(language, person)));
    }

    /**
     * The axe rules run once in each language, at each width and in each colour scheme: what hides or folds does so by width
     * alone, and what is dark is so by scheme alone.
     */
    @ParameterizedTest(name = "{0} for {1}")
    @MethodSource("visits")
    void everyPageIsAccessibleFitsTheScreenAndAsksNobodyElse(String language, String person) {
        Set<String> seen = SEEN.computeIfAbsent(language, look -> new HashSet<>());
        try (Visit visit = demo.visit(person, language, DESKTOP)) {
            Set<String> paths = new LinkedHashSet<>(visit.navigation());
            paths.removeAll(seen);
            seen.addAll(paths);
            Stream.concat(FURTHER.getOrDefault(person, List.of()).stream(), person.equals("gao") ? over(TABS) : Stream.of())
                    .forEach(path -> paths.add(path.replace("{filed}", filed).replace("{machine}", machine).replace("{order}", order).replace("{document}", document).replace("{replay}", replay)
                            .replace("{decision}", decision)));
            for (String path : paths) {
                Page page = visit.open(path);
                String where = path + " in " + language;
                assertThat(page.getAttribute("html", "lang")).as(where).startsWith(language.substring(0, 2));
                assertThat(page.locator("h1").count()).as(where).isEqualTo(1);
                assertThat(page.locator("main").innerText()).as(where).doesNotContain("console.", "kernel.", "change.");
                fitsAt(DESKTOP, visit, path, language);
                visit.breaksNoWord("%s %s".formatted(path, language));
                visit.showsAllColumns("%s %s".formatted(path, language));
                if (!language.equals("en")) {
                    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                    visit.isAccessible(where + " in the dark");
                    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                }
                fitsAt(PHONE, visit, path, language);
                if (language.equals("en")) {
                    visit.isAccessible(where + " on a phone");
                }
            }
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static void fitsAt(int width, Visit visit, String path, String language) {
        visit.page().setViewportSize(width, 900);
        visit.fits("%s %s %d".formatted(path, language, width));
        visit.shot("%s-%s-%d".formatted(path.replaceAll("[^a-z]+", "-"), language, width));
    }

    @Test
    void aWrongPasswordIsRefusedInWordsAndTheNameStays() {
        try (Visit visit = demo.visit(new NewContextOptions())) {
            visit.open("sign-in").fill("#name", "lina");
            visit.page().fill("#password", "wrong");
            visit.page().press("#password", "Enter");
            visit.page().waitForSelector("#refusal");
            assertThat(visit.page().inputValue("#name")).isEqualTo("lina");
        }
    }

    @Test
    void whoIsNotSignedInSeesTheSignInPageOnly() {
        try (Visit visit = demo.visit(new NewContextOptions())) {
            visit.open("orders/" + order);
            assertThat(visit.page().url()).contains("sign-in");
            assertThat(visit.page().content()).doesNotContain("Hamburg");
        }
    }

    @Test
    void everyPageOfTheDemoSaysSo() {
        try (Visit visit = demo.visit("lina", "en", DESKTOP)) {
            assertThat(visit.open("worklist").content()).containsIgnoringCase("demo");
        }
    }

    @Test
    void anAdministratorFindsNoOrder() {
        try (Visit visit = demo.visit("rules", "en", DESKTOP)) {
            assertThat(visit.page().navigate(demo.platform().url() + "orders/" + order).status()).isEqualTo(404);
        }
    }

    @Test
    void aReviewerReadsTheRulesAndTheOrderAndOpinesOnOnePage() {
        String mine = company.submitted(300_000);
        company.passed(mine);
        company.handled(mine);
        try (Visit visit = demo.visit("zhou", "en", DESKTOP)) {
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
        try (Visit visit = demo.visit("lina", "en", DESKTOP)) {
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
        try (Visit visit = demo.visit("auditor", "en", DESKTOP)) {
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
