package dev.kontor.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the platform is, as {@code bin/kontor} says, and the language of whoever sits at the terminal.
 *
 * @param token a person's own ({@code KONTOR_TOKEN}), who then acts under their name; without one the operator does
 */
record Settings(Path data, Path home, URI url, Locale language, Optional<String> token) {

    static Settings of(Map<String, String> environment) {
        return new Settings(
                Path.of(System.getProperty("kontor.data", "data")),
                Path.of(System.getProperty("kontor.home", ".")),
                URI.create(System.getProperty("kontor.url", "http://127.0.0.1:8080")),
                language(environment),
                Optional.ofNullable(environment.get("KONTOR_TOKEN")).map(String::strip).filter(token -> !token.isEmpty()));
    }

    static Locale language(Map<String, String> environment) {
        String said = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
        return said.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }

    /** Written by the platform at each start, readable by its user alone. */
    Path tokenFile() {
        return data.resolve("cli.token");
    }
}
