package dev.kontor.testkit.exam;

import static org.ops4j.pax.exam.CoreOptions.cleanCaches;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;
import static org.ops4j.pax.exam.CoreOptions.workingDirectory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestAddress;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.nat.internal.NativeTestContainerFactory;
import org.ops4j.pax.exam.spi.DefaultExamSystem;

/** A running framework of this JVM, with the tests of one class in a bundle of their own. Not more than one at a time. */
public final class Container implements AutoCloseable {

    private final TestContainer framework;
    private final Class<?> test;

    private Container(TestContainer framework, Class<?> test) {
        this.framework = framework;
        this.test = test;
    }

    /**
     * @param feature what is installed, with its configurations
     * @param more bundles beside those of the feature, and whatever else
     * @param used by the test, and to be found by it
     */
    public static Container start(FeatureFile feature, List<Option> more, Class<?> test, List<Class<?>> used) throws IOException {
        List<Option> options = new ArrayList<>(feature.options());
        options.addAll(more);
        options.add(workingDirectory(feature.home().resolve("data").resolve("exam").toString()));
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
        TestContainer framework = new NativeTestContainerFactory().create(system)[0];
        framework.start();
        try (InputStream bundle = probe(system, test, used).build().getStream()) {
            framework.installProbe(bundle);
        }
        return new Container(framework, test);
    }

    private static TestProbeBuilder probe(ExamSystem system, Class<?> test, List<Class<?>> used) throws IOException {
        TestProbeBuilder probe = system.createProbe();
        probe.addTest(test);
        probe.addTest(Probe.class);
        used.forEach(probe::addTest);
        probe.setHeader("Bundle-Activator", Probe.class.getName());
        probe.setHeader("Import-Package", "org.osgi.framework,org.ops4j.pax.exam");
        probe.setHeader("DynamicImport-Package", "*");
        return probe;
    }

    /** Runs a method of the test inside; what it throws is thrown here. */
    public void call(String method) {
        call(test, method);
    }

    /** @param type one of those that the test uses, with a constructor without parameters */
    void call(Class<?> type, String method) {
        framework.call(new Address(type.getName(), method));
    }

    @Override
    public void close() {
        framework.stop();
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
