package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One person at one browser window: whatever the page complains of, or asks another host for, is kept. */
record Visit(Platform platform, BrowserContext context, Page page, List<String> complaints) implements AutoCloseable {

    /** What a browser asks nobody for: what stands in the page, and Chromium's own viewer of PDFs. */
    private static final Pattern OWN = Pattern.compile("^(data|chrome|chrome-extension):");

    static Visit of(Browser browser, Platform platform, NewContextOptions options) {
        // without transitions between pages: while one runs, a click meets the transition
        BrowserContext context = browser.chromium().newContext(options.setReducedMotion(ReducedMotion.REDUCE));
        Page page = context.newPage();
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!OWN.matcher(request.url()).find() && !request.url().startsWith(platform.url().toString())) {
                complaints.add("foreign request " + request.url());
            }
        });
        return new Visit(platform, context, page, complaints);
    }

    void signIn(String name) {
        page.navigate(platform.url() + "sign-in");
        page.fill("#name", name);
        page.fill("#password", name);
        page.press("#password", "Enter");
        page.waitForURL(address -> !address.contains("sign-in"));
    }

    /** The language button names the other language. */
    void speak(String language) {
        if (!page.getAttribute("html", "lang").startsWith(language.substring(0, 2))) {
            page.waitForNavigation(
                    () -> page.locator("form.language button").first().evaluate("button => button.click()"));
        }
    }

    Page open(String path) {
        page.navigate(platform.url() + path);
        return page;
    }

    /** Opens a form, fills it in and sends it. */
    void form(String path, Map<String, String> values) {
        open(path);
        fill(values);
        send();
    }

    /** Types and picks, by the names of the fields. */
    void fill(Map<String, String> values) {
        values.forEach((name, value) -> {
            Locator fields = page.locator("form.form [name='" + name + "']");
            String type = String.valueOf(fields.first().evaluate("field => field.type"));
            switch (type) {
                case "radio", "checkbox" -> page.locator("form.form [name='" + name + "'][value='" + value + "']").check();
                case "select-one" -> fields.selectOption(value);
                default -> fields.fill(value);
            }
        });
    }

    void send() {
        page.waitForNavigation(() -> page.locator("form.form .send .primary").click());
    }

    /** What passes need not be told of element by element. */
    void isAccessible(String where) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        List<Rule> found = new AxeBuilder(page).options(options).setLegacyMode(true).analyze().getViolations();
        assertThat(found.stream().map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml()).toList())
                .as(where)
                .isEmpty();
    }

    /** Where the person's navigation leads, without the leading slash. */
    List<String> navigation() {
        return page.locator("#nav a[href^='/']").all().stream()
                .map(link -> link.getAttribute("href").substring(1))
                .distinct()
                .toList();
    }

    void fits(String where) {
        Object wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wider).intValue()).as("%s is wider than the screen by", where).isLessThanOrEqualTo(0);
    }

    /** No column of a table lies behind the right edge of its card; what is empty beside the last one may. */
    void showsAllColumns(String where) {
        Object cut = page.evaluate("""
                [...document.querySelectorAll('.table .scroll')]
                    .filter(scroll => scroll.scrollWidth > scroll.clientWidth + 20)
                    .map(scroll => scroll.querySelector('caption')?.innerText + ' by ' + (scroll.scrollWidth - scroll.clientWidth))
                    .join('; ')""");
        assertThat(cut).as("tables of %s that are cut off", where).isEqualTo("");
    }

    /** No column of a table is so narrow that a word of usual length goes on in the next line. */
    void breaksNoWord(String where) {
        Object broken = page.evaluate("""
                [...document.querySelectorAll('td, tbody th')].flatMap(cell => {
                    const found = [];
                    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
                    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                        for (const word of text.data.matchAll(/(?<=^|\\s)[A-Za-z]{2,14}(?=$|\\s)/g)) {
                            const range = document.createRange();
                            range.setStart(text, word.index);
                            range.setEnd(text, word.index + word[0].length);
                            if (range.getClientRects().length > 1) found.push(word[0]);
                        }
                    }
                    return found;
                }).join(' ')""");
        assertThat(broken).as("words of %s that are broken", where).isEqualTo("");
    }

    /** For somebody who wants to look: with {@code -Dkontor.screens=true}. */
    void shot(String name) {
        if (Boolean.getBoolean("kontor.screens")) {
            picture(name);
        }
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("kontor.work"), "screens", name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
