package dev.kontor.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InDemo
@DisplayName("Long lists in Chromium: narrowed, kept, shared out and exported")
class ListsIT {

    private static Demo demo;
    private static String large;
    private static String small;

    @BeforeAll
    static void start(Demo shared) {
        demo = shared;
        Company company = demo.company();
        large = company.submitted(7_654_321, company.trusted());
        small = company.submitted(400_000);
        company.passed(large);
        company.passed(small);
    }

    private static Visit visit(String person) {
        return demo.visit(person, "en", 1280);
    }

    private static List<String> orders(Visit visit) {
        return visit.page().locator(".listing tbody th a").allTextContents();
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({"zh-CN, 390", "en, 1280"})
    void everyListIsAccessibleAndFitsTheScreenAlsoWithAllThatCanBeOpened(String language, int width) {
        try (Visit visit = demo.visit("zhou", language, width)) {
            for (String path : List.of(
                    "worklist", "worklist?whose=colleagues&due=late", "orders", "orders?late=no&words=Test&sort=total", "search?words=spindle",
                    "customers", "models")) {
                Page page = visit.open(path);
                String where = "%s %s %d".formatted(path, language, width);
                accessible(visit, where);
                page.evaluate("document.querySelectorAll('main details:not(.menu)').forEach(part => { part.open = true; })");
                accessible(visit, where + " opened");
                for (int i = 0; i < page.locator("main details.menu > summary").count(); i++) {
                    page.locator("main details.menu > summary").nth(i).click();
                    visit.fits(where + " menu " + i);
                    accessible(visit, where + " menu " + i);
                    page.keyboard().press("Escape");
                }
            }
        }
    }

    private static void accessible(Visit visit, String where) {
        visit.isAccessible(where);
        visit.fits(where);
    }

    @Test
    void oneClickLeadsFromSignInToTheMostUrgentTask() {
        try (Visit visit = visit("zhou")) {
            Page page = visit.open("worklist");
            String first = page.locator(".listing tbody th[scope=row] a").first().getAttribute("href");
            page.locator(".actions a.primary").click();
            assertThat(page).hasURL(demo.platform().url().resolve(first).toString());
        }
    }

    @Test
    void aFilterStandsInTheAddressAChipTakesItOffAndBackBringsItAgain() {
        try (Visit visit = visit("chen")) {
            Page page = visit.open("orders");
            page.locator("details.narrow > summary").click();
            page.selectOption("#by-milestone", "review.passed");
            page.selectOption("#by-sort", "total");
            page.locator(".picks button.primary").click();
            assertThat(page).hasURL(Pattern.compile(".*/orders\\?milestone=review\\.passed&sort=total$"));
            assertThat(orders(visit)).startsWith(large).contains(small);

            page.locator("th[aria-sort] a").click();
            assertThat(page.locator("th[aria-sort=ascending]")).isVisible();
            assertThat(orders(visit)).endsWith(large);
            page.locator("a.chip").first().click();
            assertThat(page.locator("a.chip")).hasCount(0);
            page.goBack();
            assertThat(page.locator("a.chip")).hasCount(1);
        }
    }

    @Test
    void aFilterIsKeptUnderANameRenamedAndRemovedAndNobodyElseSeesIt() {
        try (Visit visit = visit("chen")) {
            Page page = visit.open("orders?milestone=review.passed&sort=total");
            page.locator("details.keep > summary").click();
            page.fill("#keep-name", "Passed, largest first");
            page.press("#keep-name", "Enter");
            assertThat(page.locator("a.kept[aria-current]")).hasText("Passed, largest first");
            try (Visit other = visit("zhou")) {
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
        try (Visit visit = visit("wu")) {
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
        try (Visit visit = demo.withoutScripts("sun")) {
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
        try (Visit visit = visit("chen")) {
            Page page = visit.open("orders?words=Test+Machines&sort=total");
            List<String> shown = new ArrayList<>(orders(visit));
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
        try (Visit visit = visit("auditor")) {
            assertThat(visit.open("journal").locator("main")).containsText("exported as CSV");
            assertThat(visit.page().locator("main")).containsText("exported as XLSX");
        }
        try (Visit visit = visit("lina")) {
            assertThat(visit.page().navigate(demo.platform().url() + "accounts").status()).isEqualTo(403);
        }
    }

    private static Download export(Page page, String format) {
        page.locator("details.export > summary").click();
        return page.waitForDownload(() -> page.locator("details.export button[value=" + format + "]").click());
    }

    @Test
    void aSlashLeadsToTheSearchWhichSaysWhereItFoundTheWords() {
        try (Visit visit = visit("chen")) {
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
        try (Visit visit = visit("chen")) {
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
