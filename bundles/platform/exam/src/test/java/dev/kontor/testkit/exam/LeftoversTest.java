package dev.kontor.testkit.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

@DisplayName("What a bundle leaves behind is named")
final class LeftoversTest {

    @TempDir
    private Path folder;

    private Framework framework;

    @BeforeEach
    void start() throws BundleException {
        framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow()
                .newFramework(Map.of("org.osgi.framework.storage", folder.resolve("cache").toString()));
        framework.start();
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void aServiceAThreadAndTheClassLoaderThatTheyHold() throws Exception {
        assertThat(left(Leaking.class)).satisfiesExactly(
                service -> assertThat(service).contains("its services [dev.kontor.testkit.exam.Leaking] are not"),
                thread -> assertThat(thread).contains("its threads [leaking] are not"),
                loader -> assertThat(loader).contains("The class loader of leaking cannot be collected"));
    }

    @Test
    void nothingOfABundleThatGoesProperly() throws Exception {
        assertThat(left(Tidy.class)).isEmpty();
    }

    private List<String> left(Class<?> activator) throws IOException, BundleException, InterruptedException {
        String name = activator.getSimpleName().toLowerCase(java.util.Locale.ROOT);
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(file, manifest(name, activator))) {
            put(entries, activator.getName());
        }
        framework.getBundleContext().installBundle(jar.toUri().toString()).start();
        return Leftovers.of(framework.getBundleContext(), name);
    }

    private static Manifest manifest(String name, Class<?> activator) {
        Manifest manifest = new Manifest();
        Map.of("Manifest-Version", "1.0", "Bundle-ManifestVersion", "2", "Bundle-SymbolicName", name, "Import-Package", "org.osgi.framework",
                "Bundle-Activator", activator.getName()).forEach(manifest.getMainAttributes()::putValue);
        return manifest;
    }

    private static void put(JarOutputStream entries, String type) throws IOException {
        String path = type.replace('.', '/') + ".class";
        entries.putNextEntry(new JarEntry(path));
        try (InputStream bytes = LeftoversTest.class.getClassLoader().getResourceAsStream(path)) {
            bytes.transferTo(entries);
        }
        entries.closeEntry();
    }
}
