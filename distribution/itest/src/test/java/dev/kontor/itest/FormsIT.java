package dev.kontor.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InDemo
@DisplayName("Notes, documents and contracts written in Chromium")
class FormsIT {

    private static final byte[] PIXEL = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private static Demo demo;
    private static Company company;
    private static String order;

    @BeforeAll
    static void start(Demo shared) {
        demo = shared;
        company = demo.company();
        order = company.submitted(400_000);
    }

    @Test
    @DisplayName("The platform's address alone leads whoever is signed in to their work")
    void theAddressAloneLeadsToWork() {
        try (Visit visit = demo.visit("lina", "en", 1280)) {
            assertThat(visit.open("")).hasURL(Pattern.compile(".*/worklist"));
        }
    }

    @Test
    void aNoteCallsWhomWasPickedFromTheListAndStandsOnTheTimeline() {
        try (Visit visit = demo.visit("lina", "en", 1280)) {
            Page page = visit.open("orders/" + order + "?tab=timeline");
            page.locator("textarea[data-mention]").click();
            page.keyboard().type("Please look, @wu");
            page.waitForSelector("#called-0");
            page.keyboard().press("Enter");
            page.keyboard().type("before noon.");
            page.locator(".ask .send button").first().click();

            page.waitForSelector("[data-flash]");
            assertThat(page.locator(".timeline").first()).containsText("Please look, @wu before noon.");
        }
        try (Visit visit = demo.visit("wu", "en", 1280)) {
            assertThat(visit.open("notices").locator("main")).containsText("Please look, @wu before noon.");
        }
    }

    @Test
    void aNoteWorksWithoutScriptsAndKeepsWhatWasTypedWhenItCallsNobody() {
        try (Visit visit = demo.withoutScripts("lina")) {
            Page page = visit.open("orders/" + order + "?tab=timeline");
            page.fill("textarea[data-mention]", "@rules sees no order");
            page.locator(".ask .send button").first().click();

            assertThat(page.locator("textarea")).hasValue("@rules sees no order");
            assertThat(page.locator(".gap")).containsText("rules");
            page.fill("textarea", "@chen sees it");
            page.locator(".send button").first().click();
            assertThat(page.locator(".timeline")).containsText("@chen sees it");
        }
    }

    @Test
    void severalFilesAreDroppedAtOnceARefusedOneIsSaidAndTheOthersAreFiledAndLookedAt() {
        try (Visit visit = demo.visit("lina", "en", 1280)) {
            Page page = visit.open("do/documents/file?order=" + order);
            page.setInputFiles("input[type=file]", new FilePayload[] {
                new FilePayload("photo.png", "image/png", PIXEL),
                new FilePayload("letter.pdf", "application/pdf", PDF),
                new FilePayload("virus.exe", "application/pdf", "MZ and more".getBytes(StandardCharsets.US_ASCII))
            });
            assertThat(page.locator(".taken")).hasCount(2);
            assertThat(page.locator(".gap")).containsText("virus.exe");
            page.locator("[data-drop]").last().click();
            page.locator(".send .primary").click();

            assertThat(page.locator("tbody")).containsText("photo.png");
            page.getByText("photo.png").click();
            assertThat(page.locator(".preview img")).isVisible();
            assertThat(page.locator(".preview img")).hasJSProperty("naturalWidth", 1);
            page.goBack();
            page.getByText("letter.pdf").click();
            assertThat(page.locator(".preview iframe")).isVisible();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aRuleFileIsRepairedAtTheLineOfItsProblemAndTabLeavesTheField() {
        try (Visit visit = demo.visit("rules", "en", 1280)) {
            Page page = visit.open("rules/finance/credit/edit?file=without-limit.drl");
            page.locator("textarea[data-code]").fill("package finance.credit\n\nrule \"half\nwhen\n");
            page.locator("form[action*='rules/upload'] textarea[name=reason]").fill("To be repaired.");
            page.locator("form[action*='rules/upload'] .primary").click();

            assertThat(page.locator(".code .wrong").first()).hasText("3");
            page.locator(".faults button").first().click();
            assertThat(page.evaluate("(area => area.value.slice(area.selectionStart, area.selectionEnd))(document.activeElement)"))
                    .isEqualTo("rule \"half");
            page.keyboard().press("Tab");
            assertThat(page.locator("textarea[data-code]")).not().isFocused();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aRuleFileIsShownAgainWithItsProblemsBetweenItsLinesWithoutScripts() {
        try (Visit visit = demo.withoutScripts("rules")) {
            Page page = visit.open("rules/finance/credit/edit?file=without-limit.drl");
            page.locator("textarea[name=content]").fill("package finance.credit\n\nrule \"other half\nwhen\n");
            page.locator("form[action*='rules/upload'] textarea[name=reason]").fill("To be repaired.");
            page.locator("form[action*='rules/upload'] .primary").click();

            assertThat(page.locator(".source .marked .mark").first()).isVisible();
            assertThat(page.locator(".source .marked code").first()).hasText("rule \"other half");
            assertThat(page.locator("textarea[name=content]")).hasValue("package finance.credit\n\nrule \"other half\nwhen");
        }
    }

    @Test
    void aFormWithAFileIsSavedWithoutScripts() {
        String draft = company.registered();
        try (Visit visit = demo.withoutScripts("lina")) {
            Page page = visit.open("do/entry/save?order=" + draft);
            page.fill("[name=delivery-place]", "Bremen");
            page.setInputFiles("[name=contract-file]", new FilePayload("virus.exe", "application/pdf", "MZ".getBytes(StandardCharsets.US_ASCII)));
            page.locator(".send .primary").click();
            assertThat(page.locator("[name=delivery-place]")).hasValue("Bremen");
            assertThat(page.locator(".gap").first()).containsText("virus.exe");

            page.setInputFiles("[name=contract-file]", new FilePayload("contract.pdf", "application/pdf", PDF));
            page.locator(".send .primary").click();
            assertThat(page.locator("h1")).containsText(draft);
            assertThat(visit.open("orders/" + draft + "?tab=documents").locator("tbody")).containsText("contract.pdf");
        }
    }

    @Test
    void aContractOfEightLinesIsEnteredByKeyboardAlone() {
        String draft = company.registered();
        NewContextOptions options = new NewContextOptions().setLocale("en").setViewportSize(1280, 900)
                .setPermissions(List.of("clipboard-read", "clipboard-write"));
        try (Visit visit = demo.signedIn("lina", "en", options)) {
            Page page = visit.open("do/entry/save?order=" + draft);
            String copied = Stream.iterate(1, line -> line <= 8, line -> line + 1)
                    .map(line -> "KX-50%d\tMachining centre %d\t%d\t台\t100000\t13\tSpindle=12000 rpm".formatted(line, line, line))
                    .reduce((one, next) -> one + "\n" + next)
                    .orElseThrow();
            page.evaluate("words => navigator.clipboard.writeText(words)", copied);
            Typist typist = new Typist(page);

            typist.tabTo("contact-name", 0);
            typist.type("Anke");
            typist.press("Tab");
            typist.type("+49 40 1");
            typist.tabTo("lines[0].model", 8);
            typist.press("Control+V");
            assertThat(page.locator("[data-group=lines] tbody tr")).hasCount(8);
            assertThat(page.locator("[data-group=lines] [data-sum]")).containsText("3,600,000.00");
            typist.press("Control+D");
            assertThat(page.locator("[data-group=lines] tbody tr")).hasCount(9);
            typist.press("Control+Delete");
            assertThat(page.locator("[data-group=lines] [data-sum]")).containsText("3,600,000.00");
            typist.tabTo("plan", 14);
            typist.press("Space");
            typist.tabTo("delivery-date", 26);
            typist.type("20270326");
            typist.tabTo("delivery-place", 4);
            typist.type("Hamburg");
            typist.tabTo("terms[0].kind", 11);
            typist.press("ArrowDown");
            typist.press("Tab");
            typist.type("11.2");
            typist.press("Tab");
            typist.type("No liability for consequential loss.");
            typist.press("Control+Enter");
            typist.press("ArrowDown");
            typist.press("ArrowDown");
            typist.press("Tab");
            typist.type("12.1");
            typist.press("Tab");
            typist.type("0.05 % a day, at most 5 %.");
            typist.press("Control+S");
            assertThat(page.locator("h1")).containsText(draft);

            assertThat(typist.strokes()).as("at two a second, less than two of the four minutes").isLessThan(240);
            assertThat(visit.open("do/entry/save?order=" + draft).locator("[data-group=lines] [data-sum]")).containsText("3,600,000.00");
            assertThat(page.locator("[data-group=payment] tbody tr")).hasCount(3);
            assertThat(page.locator("[data-group=payment] [data-sum]")).containsText("100 %");
            assertThat(page.locator("[data-group=terms] tbody tr")).hasCount(2);
        }
    }
}
