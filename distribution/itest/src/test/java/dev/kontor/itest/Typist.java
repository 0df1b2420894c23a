package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Somebody who never touches the mouse, and counts what they press. */
final class Typist {

    private final Page page;
    private int strokes;

    Typist(Page page) {
        this.page = page;
    }

    int strokes() {
        return strokes;
    }

    void press(String key) {
        strokes++;
        page.keyboard().press(key);
    }

    void type(String words) {
        strokes += words.length();
        page.keyboard().type(words);
    }

    /** @param most tabs that may lie between */
    void tabTo(String field, int most) {
        for (int tabs = 0; tabs < most && !field.equals(focused()); tabs++) {
            press("Tab");
        }
        assertThat(focused()).as("within %d tabs", most).isEqualTo(field);
    }

    private Object focused() {
        return page.evaluate("document.activeElement.name || ''");
    }
}
