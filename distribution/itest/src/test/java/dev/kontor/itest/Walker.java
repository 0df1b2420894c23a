package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;

/**
 * Somebody at the console who knows no address: they go by their worklist, the navigation, the search and what stands on the
 * page, and what it costs them is counted. Signing in is not: that is done once a day.
 */
final class Walker {

    private final Visit visit;
    private final Page page;
    private final Effort effort;

    Walker(Visit visit, Effort effort) {
        this.visit = visit;
        this.page = visit.page();
        this.effort = effort;
        page.onDOMContentLoaded(loaded -> effort.page());
    }

    Page page() {
        return page;
    }

    Visit visit() {
        return visit;
    }

    /** Clicks what leads to another page. */
    Walker go(String selector) {
        effort.clicks(1);
        page.waitForNavigation(() -> page.locator(selector).first().click());
        return this;
    }

    /** By the navigation: at the side, on a phone at the bottom. */
    Walker nav(String path) {
        return go("nav a[href='/" + path + "']:visible");
    }

    void click(String selector) {
        effort.clicks(1);
        page.locator(selector).first().click();
    }

    /** From the worklist to what the person owes the order: its form stands open on the order's page. */
    Walker task(String order, String command) {
        nav("worklist");
        String link = "main a[href^='/orders/" + order + "?task=']";
        if (page.locator(link).count() > 0) {
            go(link);
        } else {
            order(order); // the worklist shows its most urgent part first
        }
        Locator form = page.locator(form(command)).first();
        if (!form.isVisible()) {
            click("details:has(" + form(command) + ") > summary");
        }
        form.waitFor();
        return this;
    }

    /** To an order on which the person owes nothing, by its number. */
    Walker order(String order) {
        type(page.locator("header input[name=words]"), order);
        effort.strokes(1);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        return page.url().contains("/orders/" + order) ? this : go("main a[href^='/orders/" + order + "']");
    }

    /** A button of the page that opens a form. */
    Walker button(String command) {
        return go(".actions a[href^='/do/" + command + "']");
    }

    /** Types, picks and ticks, by the names of the fields. */
    Walker fill(Map<String, String> values) {
        values.forEach((name, value) -> {
            Locator fields = page.locator("form.form [name='" + name + "']");
            switch (String.valueOf(fields.first().evaluate("field => field.type"))) {
                case "radio", "checkbox" -> tick(page.locator("form.form [name='" + name + "'][value='" + value + "']"));
                case "select-one" -> {
                    effort.clicks(2);
                    fields.first().selectOption(value);
                }
                default -> type(fields.first(), value);
            }
        });
        return this;
    }

    private void tick(Locator box) {
        if (!box.isChecked()) {
            effort.clicks(1);
            box.check();
        }
    }

    /** A Chinese character counts as one stroke: how it is put in differs. */
    private void type(Locator field, String words) {
        effort.clicks(1);
        effort.strokes(words.length());
        field.click();
        field.fill("");
        page.keyboard().insertText(words);
    }

    /** Picked in the window that the browser opens: a click on the field, and one on the file. */
    Walker attach(String field, FilePayload file) {
        effort.clicks(2);
        page.setInputFiles("form.form [name='" + field + "']", file);
        return this;
    }

    /** From a spreadsheet, where it was copied. */
    Walker paste(String field, String words) {
        effort.clicks(1);
        effort.strokes(1);
        page.locator("[name='" + field + "']").evaluate(
                "(field, words) => { field.focus(); const data = new DataTransfer(); data.setData('text/plain', words);"
                        + " field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }",
                words);
        return this;
    }

    /** Hands in the form of this command, which is not refused. */
    Walker send(String command) {
        effort.clicks(1);
        page.waitForNavigation(() -> page.locator(form(command) + " .send .primary").first().click());
        Locator refusal = page.locator(".note-bad[role=alert]");
        assertThat(refusal.count() == 0 ? "" : refusal.first().innerText()).as("%s at %s", command, page.url()).isEmpty();
        return this;
    }

    private static String form(String command) {
        return "form[id^='f-" + command.replace('/', '-') + "']";
    }
}
