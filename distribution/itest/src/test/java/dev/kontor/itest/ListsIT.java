package dev.kontor.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Long lists in Chromium: narrowed, kept, shared out and exported")
class ListsIT {

    private static Platform platform;
    private static Browser browser;
    private static Company company;
    private static String large;
    private static String small;

    @BeforeAll
    static void start() {
        platform = new Platform(Archive.unpack("lists"), "--demo").start().settled();
        browser = new Browser();
        company = new Company(platform);
        large = company.submitted(7_654_321, company.trusted());
        small = company.submitted(400_000);
        company.passed(large);
        company.passed(small);
    }

    @AfterAll
    static void stop() {
        browser.close();
        platform.close();
    }

    /** One person's browser, its scripts on or off. */
    private record Visit(BrowserContext context, Page page) implements AutoCloseable {

        static Visit of(String person, String language, int width, boolean scripts) {
            BrowserContext context = browser.chromium().newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                    .setLocale(language)
                    .setJavaScriptEnabled(scripts)
                    .setViewportSize(width, 900));
            Visit visit = new Visit(context, context.newPage());
            visit.page.navigate(platform.url() + "sign-in");
            visit.page.fill("#name", person);
            visit.page.fill("#password", person);
            visit.page.press("#password", "Enter");
            visit.page.waitForURL(Pattern.compile(".*/worklist$"));
            return visit.speaking(language);
        }

        private Visit speaking(String language) {
            Locator other = page.locator("form.language button[value='" + language + "']").first();
            if (other.count() > 0) {
                other.click();
                assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile(language.substring(0, 2) + ".*"));
            }
            return this;
        }

        Page open(String path) {
            page.navigate(platform.url() + path);
            return page;
        }

        List<String> orders() {
            return page.locator(".listing tbody th a").allTextContents();
        }

        @Override
        public void close() {
            context.close();
        }
    }

    static Stream<Arguments> looks() {
        return Stream.of("zh-CN", "en").flatMap(language -> Stream.of(1280, 390).map(width -> Arguments.of(language, width)));
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @MethodSource("looks")
    void everyListIsAccessibleAndFitsTheScreenAlsoWithAllThatCanBeOpened(String language, int width) {
        try (Visit visit = Visit.of("zhou", language, width, true)) {
            for (String path : List.of(
                    "worklist", "worklist?whose=colleagues&due=late", "orders", "orders?late=no&words=Test&sort=total", "search?words=spindle",
                    "customers", "models")) {
                Page page = visit.open(path);
                String where = "%s %s %d".formatted(path, language, width);
                accessible(page, where);
                page.evaluate("document.querySelectorAll('main details:not(.menu)').forEach(part => { part.open = true; })");
                accessible(page, where + " opened");
                for (int i = 0; i < page.locator("main details.menu > summary").count(); i++) {
                    page.locator("main details.menu > summary").nth(i).click();
                    fits(page, where + " menu " + i);
                    accessible(page, where + " menu " + i);
                    page.keyboard().press("Escape");
                }
            }
        }
    }

    private static void accessible(Page page, String where) {
        List<Rule> found = new AxeBuilder(page).analyze().getViolations();
        assertThat(found.stream().map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml()).toList()).as(where).isEmpty();
        fits(page, where);
    }

    private static void fits(Page page, String where) {
        Object wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wider).intValue()).as("%s is wider than the screen by", where).isLessThanOrEqualTo(0);
    }

    @Test
    void oneClickLeadsFromSignInToTheMostUrgentTask() {
        try (Visit visit = Visit.of("zhou", "en", 1280, true)) {
            Page page = visit.open("worklist");
            String first = page.locator(".listing tbody th[scope=row] a").first().getAttribute("href");
            page.locator(".actions a.primary").click();
            assertThat(page).hasURL(platform.url().resolve(first).toString());
        }
    }

    @Test
    void aFilterStandsInTheAddressAChipTakesItOffAndBackBringsItAgain() {
        try (Visit visit = Visit.of("chen", "en", 1280, true)) {
            Page page = visit.open("orders");
            page.locator("details.narrow > summary").click();
            page.selectOption("#by-milestone", "review.passed");
            page.selectOption("#by-sort", "total");
            page.locator(".picks button.primary").click();
            assertThat(page).hasURL(Pattern.compile(".*/orders\\?milestone=review\\.passed&sort=total$"));
            assertThat(visit.orders()).startsWith(large).contains(small);

            page.locator("th[aria-sort] a").click();
            assertThat(page.locator("th[aria-sort=ascending]")).isVisible();
            assertThat(visit.orders()).endsWith(large);
            page.locator("a.chip").first().click();
            assertThat(page.locator("a.chip")).hasCount(0);
            page.goBack();
            assertThat(page.locator("a.chip")).hasCount(1);
        }
    }

    @Test
    void aFilterIsKeptUnderANameRenamedAndRemovedAndNobodyElseSeesIt() {
        try (Visit visit = Visit.of("chen", "en", 1280, true)) {
            Page page = visit.open("orders?milestone=review.passed&sort=total");
            page.locator("details.keep > summary").click();
            page.fill("#keep-name", "Passed, largest first");
            page.press("#keep-name", "Enter");
            assertThat(page.locator("a.kept[aria-current]")).hasText("Passed, largest first");
            try (Visit other = Visit.of("zhou", "en", 1280, true)) {
                assertThat(other.open("orders").locator("a.kept")).hasCount(0);
            }
            visit.open("orders").locator("a.kept").click();
            assertThat(page).hasURL(Pattern.compile(".*milestone=review\\.passed&sort=total$"));
            page.locator("a[href^='/do/lists/rename']").click();
            page.fill("input[name=name]", "Waiting for opinions");
            page.locator(".send button").click();
            assertThat(page.locator("a.kept")).hasText("Waiting for opinions");
            page.locator("a[href^='/do/lists/drop']").click();
            page.locator(".send button").click();
            assertThat(page.locator("a.kept")).hasCount(0);
        }
    }

    @Test
    void whoChoosesColumnsSeesThemAgainTheNextTime() {
        try (Visit visit = Visit.of("wu", "en", 1280, true)) {
            Page page = visit.open("orders");
            assertThat(page.locator("th", new Page.LocatorOptions().setHasText("Sales representative"))).hasCount(0);
            page.locator("details.columns > summary").click();
            page.locator("details.columns input[value=representative]").check();
            page.locator("details.columns button").click();
            assertThat(page.locator("thead th", new Page.LocatorOptions().setHasText("Sales representative"))).isVisible();
            assertThat(visit.open("orders").locator("thead th", new Page.LocatorOptions().setHasText("Sales representative"))).isVisible();
        }
    }

    @Test
    void severalTasksAreTakenAndGivenBackWithoutAnyScript() {
        try (Visit visit = Visit.of("sun", "en", 1280, false)) {
            Page page = visit.open("worklist?whose=roles");
            Locator boxes = page.locator("tbody td.tick input");
            assertThat(boxes.count()).isGreaterThanOrEqualTo(2);
            boxes.nth(0).check();
            boxes.nth(1).check();
            page.locator("button[formaction='/do/tasks/take']").click();
            assertThat(page).hasURL(Pattern.compile(".*/worklist\\?whose=roles$"));
            assertThat(page.locator("[data-flash]")).containsText("2 tasks are yours now");
            page = visit.open("worklist?whose=held");
            List<Locator> taken = page.locator("tbody tr", new Page.LocatorOptions().setHasText("Taken")).all();
            assertThat(taken).hasSize(2);
            for (Locator row : taken) {
                row.locator("input[type=checkbox]").check();
            }
            page.locator("button[formaction='/do/tasks/give-back']").click();
            assertThat(page.locator("[data-flash]")).containsText("2 tasks are open to your role again");
        }
    }

    @Test
    void anExportHoldsWhatThePageShowsAndTheAuditorSeesThatItLeft() throws IOException {
        try (Visit visit = Visit.of("chen", "en", 1280, true)) {
            Page page = visit.open("orders?words=Test+Machines&sort=total");
            List<String> shown = new ArrayList<>(visit.orders());
            Download csv = export(page, "csv");
            String file = Files.readString(csv.path(), StandardCharsets.UTF_8);
            assertThat(csv.suggestedFilename()).startsWith("Orders-").endsWith(".csv");
            assertThat(file).startsWith("\uFEFFOrder,");
            assertThat(file.lines().skip(1).map(line -> line.substring(0, 13)).toList()).isEqualTo(shown);
            Download xlsx = export(page, "xlsx");
            try (ZipFile zip = new ZipFile(xlsx.path().toFile())) {
                assertThat(zip.getEntry("xl/worksheets/sheet1.xml")).isNotNull();
            }
        }
        try (Visit visit = Visit.of("auditor", "en", 1280, true)) {
            assertThat(visit.open("journal").locator("main")).containsText("exported as CSV");
            assertThat(visit.page().locator("main")).containsText("exported as XLSX");
        }
        try (Visit visit = Visit.of("lina", "en", 1280, true)) {
            assertThat(visit.page().navigate(platform.url() + "accounts").status()).isEqualTo(403);
        }
    }

    private static Download export(Page page, String format) {
        page.locator("details.export > summary").click();
        return page.waitForDownload(() -> page.locator("details.export button[value=" + format + "]").click());
    }

    @Test
    void aSlashLeadsToTheSearchWhichSaysWhereItFoundTheWords() {
        try (Visit visit = Visit.of("chen", "en", 1280, true)) {
            Page page = visit.open("orders");
            page.keyboard().press("/");
            assertThat(page.locator("header input[type=search]")).isFocused();
            page.keyboard().type("CONSEQ");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/search\\?words=CONSEQ$"));
            Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText(large));
            assertThat(row).containsText("Clause 11.2: ");
            assertThat(row).containsText("consequential loss");
        }
    }

    @Test
    void onPaperThereIsTheListAndNothingToClick() {
        try (Visit visit = Visit.of("chen", "en", 1280, true)) {
            Page page = visit.open("orders?late=no");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertThat(page.locator(".listing table")).isVisible();
            assertThat(page.locator(".chips .chip")).isVisible();
            for (String hidden : List.of(".side", ".top", ".filter", ".actions", ".columns", ".keep")) {
                assertThat(page.locator(hidden).first()).isHidden();
            }
        }
    }
}
