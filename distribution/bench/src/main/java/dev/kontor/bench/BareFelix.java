package dev.kontor.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** What an empty bundle costs in the framework alone: installed and started, in a process of its own with the flags of ours. */
public final class BareFelix {

    private BareFelix() {}

    /** Runs {@link #main} with the framework of the distribution. */
    static Map<String, Object> measured(Path distribution, int bundles) throws IOException, InterruptedException {
        Path framework;
        try (Stream<Path> files = Files.walk(distribution.resolve("lib/repository/org/apache/felix/org.apache.felix.framework"))) {
            framework = files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms128m", "-Xmx512m",
                        "-XX:+UseSerialGC", "-cp", framework + File.pathSeparator + System.getProperty("java.class.path"),
                        BareFelix.class.getName(), "" + bundles)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("The bare framework ended with " + process.exitValue());
        }
        Map<String, Object> line = new LinkedHashMap<>();
        Json.read(said).fields().forEachRemaining(field -> line.put(field.getKey(), field.getValue().asDouble()));
        return line;
    }

    /** @param arguments how many bundles */
    public static void main(String[] arguments) throws Exception {
        int bundles = Integer.parseInt(arguments[0]);
        Framework framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow()
                .newFramework(Map.of("org.osgi.framework.storage", Instance.folder().toString(), "felix.log.level", "0"));
        framework.start();
        installed(framework, 0);
        long heap = used("heap");
        long metaspace = used("Metaspace");
        long begin = System.nanoTime();
        for (int bundle = 1; bundle <= bundles; bundle++) {
            installed(framework, bundle);
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("install_and_start_ms_each", Figures.round((System.nanoTime() - begin) / 1e6 / bundles));
        line.put("heap_kb_each", Figures.round((used("heap") - heap) / 1000.0 / bundles));
        line.put("metaspace_kb_each", Figures.round((used("Metaspace") - metaspace) / 1024.0 / bundles));
        System.out.println(Json.line(line));
        System.exit(0);
    }

    private static void installed(Framework framework, int number) throws Exception {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", "empty." + number);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        Bundle bundle = framework.getBundleContext().installBundle("empty:" + number, new ByteArrayInputStream(bytes.toByteArray()));
        bundle.start();
    }

    private static long used(String what) {
        System.gc();
        System.gc();
        return what.equals("heap")
                ? ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                : ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getName().equals(what))
                        .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
                        .sum();
    }
}
