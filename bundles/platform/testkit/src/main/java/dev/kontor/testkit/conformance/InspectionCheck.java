package dev.kontor.testkit.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** What a platform's host says of a bundle before it lets it in: {@code kontor bundle inspect} of an unpacked distribution. */
public final class InspectionCheck {

    private static final int FIT = 0;
    private static final int REFUSED = 1;

    private InspectionCheck() {}

    /**
     * The host's refusals, a sentence each.
     *
     * @param distribution the unpacked folder
     * @param classes the folder of what the bundle will hold, with its manifest
     */
    public static List<String> problems(Path distribution, Path classes) {
        Path command = distribution.resolve("bin/kontor");
        if (!Files.isExecutable(command)) {
            throw new IllegalStateException("There is no distribution in %s. Maybe KONTOR_HOME names another folder.".formatted(distribution));
        }
        try {
            Path jar = Files.createTempFile("inspected", ".jar");
            try {
                pack(classes, jar);
                return inspected(command, jar);
            } finally {
                Files.delete(jar);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> inspected(Path command, Path jar) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.toString(), "bundle", "inspect", jar.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        int code = process.onExit().join().exitValue();
        if (code != FIT && code != REFUSED) {
            throw new IllegalStateException("%s ended with %d: %s".formatted(command, code, said));
        }
        return code == FIT ? List.of() : said;
    }

    /** As the jar plugin does it. */
    private static void pack(Path classes, Path jar) throws IOException {
        Path header = classes.resolve(JarFile.MANIFEST_NAME);
        try (InputStream content = Files.newInputStream(header);
                OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file, new Manifest(content));
                Stream<Path> found = Files.walk(classes)) {
            for (Path each : found.filter(Files::isRegularFile).filter(any -> !any.equals(header)).sorted().toList()) {
                entries.putNextEntry(new ZipEntry(classes.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, entries);
                entries.closeEntry();
            }
        }
    }
}
