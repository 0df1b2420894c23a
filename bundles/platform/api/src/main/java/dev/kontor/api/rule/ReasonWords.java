package dev.kontor.api.rule;

/** A reason in the words of its rule set's version, in both languages. */
public record ReasonWords(String english, String chinese) {

    /** @param language {@code zh-CN}, {@code en} */
    public String in(String language) {
        return language.startsWith("zh") ? chinese : english;
    }
}
