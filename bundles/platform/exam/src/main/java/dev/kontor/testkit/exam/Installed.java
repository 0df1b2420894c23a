package dev.kontor.testkit.exam;

import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.ops4j.pax.exam.Option;

/** Starts the distribution with a project's bundle for a test class, and runs each of its methods inside. */
final class Installed implements BeforeAllCallback, AfterAllCallback, InvocationInterceptor {

    private static final ExtensionContext.Namespace PLACE = ExtensionContext.Namespace.create(Installed.class);
    /** What runs inside beside the test. */
    private static final List<Class<?>> INSIDE = List.of(
            InKontor.class, Door.class, Folders.class, Leftovers.class, Leftovers.Removal.class, NewOrder.class, Patience.class, Services.class,
            Staff.class);

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Class<?> test = context.getRequiredTestClass();
        String named = test.getAnnotation(InKontor.class).bundle();
        Path jar = Path.of(named.isEmpty() ? System.getProperty("kontor.bundle", "") : named).toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("There is no bundle %s to install. Maybe the test runs before the phase package.".formatted(jar));
        }
        FeatureFile feature = new FeatureFile(company(), "feature-derby.json");
        List<Option> project = List.of(
                frameworkProperty(Door.BUNDLE).value(jar.toString()), frameworkProperty(Door.RULES).value(Path.of("rules").toAbsolutePath().toString()));
        Container container = Container.start(feature, project, test, INSIDE);
        context.getStore(PLACE).put("container", container);
        container.call(Door.class, "open");
    }

    /** A folder in which the company may work: its own data, rules and settings, and the distribution's bundles. */
    private static Path company() throws IOException {
        Path distribution = Path.of(Optional.ofNullable(System.getenv("KONTOR_HOME"))
                .orElseThrow(() -> new IllegalStateException("KONTOR_HOME must name the folder of an unpacked distribution.")));
        Path home = Path.of("target", "kontor").toAbsolutePath();
        Folders.delete(home);
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/demo.played"), ""); // its people are there; its history is not entered
        Files.createSymbolicLink(home.resolve("lib"), distribution.resolve("lib").toRealPath());
        Folders.copy(distribution.resolve("rules"), home.resolve("rules"));
        Folders.copy(distribution.resolve("etc"), home.resolve("etc"));
        return home;
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
