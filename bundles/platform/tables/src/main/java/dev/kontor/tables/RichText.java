package dev.kontor.tables;

import java.util.function.Consumer;

/** Puts a text together from its parts in different letters. */
final class RichText implements Xml.Elements {

    private final Consumer<String> done;
    private final String whole;
    private final StringBuilder text = new StringBuilder();
    private boolean aside;

    /** @param whole the element that holds one text */
    RichText(Consumer<String> done, String whole) {
        this.done = done;
        this.whole = whole;
    }

    @Override
    public void begins(Xml element) {
        if (element.name().equals(whole)) {
            text.setLength(0);
        }
        aside |= element.name().equals("rPh");
    }

    @Override
    public void ends(String name, String said) {
        if (name.equals("t") && !aside) {
            text.append(said);
        } else if (name.equals("rPh")) {
            aside = false;
        } else if (name.equals(whole)) {
            done.accept(text.toString());
        }
    }
}
