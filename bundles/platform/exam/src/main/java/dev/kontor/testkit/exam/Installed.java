package dev.kontor.testkit.exam;

import static org.ops4j.pax.exam.CoreOptions.bundle;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Starts the distribution with a project's bundle for a test class, and runs each of its methods inside. */
final class Installed implements BeforeAllCallback, AfterAllCallback, InvocationInterceptor {

    private static final ExtensionContext.Namespace PLACE = ExtensionContext.Namespace.create(Installed.class);
    /** With the departments. */
    private static final int START_LEVEL = 12;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Class<?> test = context.getRequiredTestClass();
        String named = test.getAnnotation(InKontor.class).bundle();
        Path jar = Path.of(named.isEmpty() ? System.getProperty("kontor.bundle", "") : named).toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("There is no bundle %s to install. Maybe the test runs before the phase package.".formatted(jar));
        }
        FeatureFile feature = new FeatureFile(company(), "feature-derby.json");
        var option = bundle(jar.toUri().toString()).startLevel(START_LEVEL);
        context.getStore(PLACE).put("container", Container.start(feature, List.of(option), test, List.of(InKontor.class, Leftovers.class)));
    }

    /** A folder in which the company may work: its own data, rules and settings, and the distribution's bundles. */
    private static Path company() throws IOException {
        Path distribution = Path.of(Optional.ofNullable(System.getenv("KONTOR_HOME"))
                .orElseThrow(() -> new IllegalStateException("KONTOR_HOME must name the folder of an unpacked distribution.")));
        Path home = Path.of("target", "kontor").toAbsolutePath();
        delete(home);
        Files.createDirectories(home.resolve("data"));
        Files.createSymbolicLink(home.resolve("lib"), distribution.resolve("lib").toRealPath());
        copy(distribution.resolve("rules"), home.resolve("rules"));
        copy(distribution.resolve("etc"), home.resolve("etc"));
        if (Files.isDirectory(Path.of("rules"))) {
            copy(Path.of("rules"), home.resolve("rules"));
        }
        return home;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Optional.ofNullable(context.getStore(PLACE).remove("container", Container.class)).ifPresent(Container::close);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        invocation.skip();
        context.getStore(PLACE).get("container", Container.class).call(method.getExecutable().getName());
    }
}
