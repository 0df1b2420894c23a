package dev.kontor.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of the two languages a request asks for. */
final class Language {

    static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private Language() {}

    /** The language of {@code Accept-Language}; empty if it asks for neither of ours. */
    static Optional<Locale> asked(HttpServletRequest request) {
        return asked(Optional.ofNullable(request.getHeader("Accept-Language")).orElse(""));
    }

    static Optional<Locale> asked(String header) {
        return ranges(header).stream()
                .map(range -> range.getRange())
                .filter(range -> range.startsWith("zh") || range.startsWith("en"))
                .findFirst()
                .map(Language::of);
    }

    static Locale of(String tag) {
        return tag.startsWith("zh") ? CHINESE : Locale.ENGLISH;
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        try {
            return header.isBlank() ? List.of() : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException notALanguageRange) {
            return List.of();
        }
    }
}
