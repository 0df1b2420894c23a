package dev.kontor.itest;

import static org.ops4j.pax.exam.CoreOptions.cleanCaches;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;
import static org.ops4j.pax.exam.CoreOptions.workingDirectory;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestAddress;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.nat.internal.NativeTestContainerFactory;
import org.ops4j.pax.exam.spi.DefaultExamSystem;

/**
 * Starts Pax Exam's native container for a test class, from the feature file that ships with its configurations, and runs
 * each test method inside it through a probe bundle. (Pax Exam has no JUnit 5 driver for OSGi.)
 */
final class PaxExam implements BeforeAllCallback, AfterAllCallback, InvocationInterceptor {

    private static final ExtensionContext.Namespace PLACE = ExtensionContext.Namespace.create(PaxExam.class);

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Class<?> test = context.getRequiredTestClass();
        Archive archive = Archive.unpack("exam-" + test.getSimpleName());
        Store store = test.getAnnotation(InContainer.class).store();
        if (store == Store.POSTGRESQL) {
            Postgres.choose(archive, "exam_" + test.getSimpleName().toLowerCase(java.util.Locale.ROOT));
        }
        List<Option> options = new ArrayList<>(new FeatureFile(archive, store).options());
        options.add(workingDirectory(archive.data().resolve("exam").toString()));
        options.add(frameworkStartLevel(30));
        options.add(cleanCaches(true));
        options.add(frameworkProperty("org.osgi.framework.storage.clean").value("onFirstInit"));
        options.add(systemPackages(
                "org.junit.jupiter.api",
                "org.junit.jupiter.api.extension",
                "org.junit.jupiter.api.function",
                "org.opentest4j",
                "org.assertj.core.api"));
        ExamSystem system = DefaultExamSystem.create(options.toArray(Option[]::new));
        TestContainer container = new NativeTestContainerFactory().create(system)[0];
        container.start();
        context.getStore(PLACE).put("container", container);
        TestProbeBuilder probe = system.createProbe();
        for (Class<?> type : List.of(test, Probe.class, InContainer.class, Store.class)) {
            probe.addTest(type);
        }
        probe.setHeader("Bundle-Activator", Probe.class.getName());
        probe.setHeader("Import-Package", "org.osgi.framework,org.ops4j.pax.exam");
        probe.setHeader("DynamicImport-Package", "*");
        try (InputStream bundle = probe.build().getStream()) {
            container.installProbe(bundle);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        TestContainer container = context.getStore(PLACE).remove("container", TestContainer.class);
        if (container != null) {
            container.stop();
        }
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        invocation.skip();
        context.getStore(PLACE)
                .get("container", TestContainer.class)
                .call(new Address(context.getRequiredTestClass().getName(), method.getExecutable().getName()));
    }

    private record Address(Object... arguments) implements TestAddress {

        @Override
        public String identifier() {
            return Probe.SIGNATURE;
        }

        @Override
        public String caption() {
            return arguments[0] + "." + arguments[1];
        }

        @Override
        public TestAddress root() {
            return this;
        }
    }
}
