package dev.kontor.host.inspect;

import dev.kontor.api.text.Text;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * {@code bin/kontor bundle inspect FILE}: what the host would say of a jar, without a platform that runs. Ends with 0 when it
 * would be let in, 1 when it would be refused, 2 when it was not asked rightly.
 */
public final class InspectJar {

    private static final int FIT = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private final Sentences sentences;

    private InspectJar(Locale language) {
        this.sentences = new Sentences(language);
    }

    /** @param arguments the folder of the platform's bundles, and the jar */
    public static void main(String[] arguments) {
        String spoken = System.getenv().getOrDefault("LC_ALL", System.getenv().getOrDefault("LANG", "en"));
        Locale language = spoken.startsWith("zh") ? Locale.CHINESE : Locale.ROOT;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new InspectJar(language).run(List.of(arguments), out, err));
    }

    static int run(Locale language, List<String> arguments, PrintStream out, PrintStream err) {
        return new InspectJar(language).run(arguments, out, err);
    }

    private int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() != 2 || !Files.isRegularFile(Path.of(arguments.get(1)))) {
            err.println("kontor bundle inspect FILE");
            return MISUSED;
        }
        try {
            Path jar = Path.of(arguments.get(1));
            Inspection seen = Inspector.inspect(jar, jar.getFileName().toString(), ShippedPlatform.in(Path.of(arguments.get(0))));
            Report.of(seen).forEach(line -> line.values().forEach(value -> out.println(sentences.say(line.name()) + ": " + sentences.say(value))));
            seen.refusals().forEach(why -> err.println(sentences.say(why)));
            out.println(sentences.say(seen.refusals().isEmpty() ? Text.of("host.report.fit") : Text.of("host.report.refused", seen.refusals().size())));
            return seen.refusals().isEmpty() ? FIT : REFUSED;
        } catch (IOException unreadable) {
            err.println(unreadable.getMessage());
            return MISUSED;
        }
    }
}
