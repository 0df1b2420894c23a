import dev.kontor.testkit.RuleCheck;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compiles the rule sets that are shipped, so that a first start need not.
 *
 * <p>Arguments: folder of the rule sets, repository of the bundles whose facts they speak of, folder to write to.
 */
public final class ShipRules {

    public static void main(String[] arguments) throws IOException {
        RuleCheck rules = RuleCheck.of(Path.of(arguments[0]));
        try (URLClassLoader departments = new URLClassLoader(jars(Path.of(arguments[1])), ShipRules.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(departments);
            rules.ship(Path.of(arguments[2]));
        }
    }

    private static URL[] jars(Path repository) throws IOException {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.walk(repository.resolve("dev/kontor"))) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                jars.add(jar.toUri().toURL());
            }
        }
        return jars.toArray(new URL[0]);
    }
}
