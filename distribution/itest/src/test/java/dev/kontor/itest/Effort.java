package dev.kontor.itest;

/** What work at the console costs people: what they press, what they click, the pages they wait for. */
final class Effort {

    private int strokes;
    private int clicks;
    private int pages;

    void strokes(int more) {
        strokes += more;
    }

    void clicks(int more) {
        clicks += more;
    }

    void page() {
        pages++;
    }

    int strokes() {
        return strokes;
    }

    int clicks() {
        return clicks;
    }

    int pages() {
        return pages;
    }

    @Override
    public String toString() {
        return "%d keystrokes, %d clicks, %d pages".formatted(strokes, clicks, pages);
    }
}
