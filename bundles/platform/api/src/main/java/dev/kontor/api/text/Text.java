package dev.kontor.api.text;

import java.util.List;

/**
 * Words for people, named by key so that each reader gets them in their own language.
 *
 * <p>A bundle's words stand in {@code i18n/messages.properties} (English) and {@code i18n/messages_zh.properties}
 * (Chinese) of that bundle, in {@link java.text.MessageFormat} form; keys begin with the bundle's department id.
 * What a person typed is {@linkplain #plain plain} and is shown as it is.
 *
 * @param key the key; empty for plain words
 * @param arguments what the message's places are filled with: {@code String}, {@code Integer}, {@code Long},
 *     {@code BigDecimal}, {@code LocalDate}, {@code Instant}, {@code Money} or another {@code Text}; nothing else, so
 *     that a text can be kept in the journal and read in either language years later
 */
public record Text(String key, List<Object> arguments) {

    private static final String PERSON = "console.person";

    public Text {
        arguments = List.copyOf(arguments);
    }

    public static Text of(String key, Object... arguments) {
        return new Text(key, List.of(arguments));
    }

    /** Words that are not translated: a name, a number, what somebody wrote. */
    public static Text plain(String words) {
        return new Text("", List.of(words));
    }

    /**
     * Somebody by the name that people know them by: in the language of nobody, at the moment it is read.
     *
     * @param id a {@link dev.kontor.api.people.PersonId}'s value; one that no account has is said as it is, an empty one is nobody
     */
    public static Text person(String id) {
        return of(PERSON, id);
    }

    public boolean isPlain() {
        return key.isEmpty();
    }
}
