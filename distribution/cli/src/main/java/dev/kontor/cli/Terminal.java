package dev.kontor.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is said and asked, in the person's language. Results go to the first stream, everything else to the second. */
final class Terminal {

    private final PrintStream out;
    private final PrintStream err;
    private final BufferedReader in;
    private final Locale language;
    private final ResourceBundle words;

    Terminal(InputStream in, PrintStream out, PrintStream err, Locale language) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.err = err;
        this.language = language;
        this.words = ResourceBundle.getBundle(
                "dev.kontor.cli.messages",
                language.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ROOT,
                Terminal.class.getClassLoader());
    }

    Locale language() {
        return language;
    }

    String words(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), language).format(arguments);
    }

    void result(String line) {
        out.println(line);
    }

    void say(String key, Object... arguments) {
        out.println(words(key, arguments));
    }

    void complain(String key, Object... arguments) {
        err.println(words(key, arguments));
    }

    void complainPlainly(String line) {
        err.println(line);
    }

    /** A line that the next one writes over. */
    void progress(String key, Object... arguments) {
        err.print("\r" + words(key, arguments) + "   ");
        err.flush();
    }

    void endProgress() {
        err.println();
    }

    String ask(String key) throws IOException {
        err.print(words(key) + " ");
        err.flush();
        String line = in.readLine();
        return line == null ? "" : line.strip();
    }

    /** Not shown while typed, when there is a person to type it. */
    String askSecret(String key) throws IOException {
        Console console = System.console();
        return console == null ? ask(key) : new String(console.readPassword("%s ", words(key)));
    }
}
