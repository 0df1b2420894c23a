package dev.kontor.itest;

import dev.kontor.itest.Archive.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A partner's project, made from the archetype of an unpacked archive and built by Maven without a network: from the
 * archive's folder {@code sdk}, and of others' artifacts from what this build has fetched.
 */
record PartnerProject(Archive archive, Path workshop, String department) {

    private static final String ARCHETYPES = "org.apache.maven.plugins:maven-archetype-plugin:%s:generate"
            .formatted(System.getProperty("kontor.archetype.plugin"));
    private static final String SETTINGS = """
            <settings>
              <localRepository>%s</localRepository>
              <mirrors>
                <mirror>
                  <id>fetched</id>
                  <mirrorOf>*,!kontor-sdk</mirrorOf>
                  <url>%s</url>
                </mirror>
              </mirrors>
            """;

    /** The guide's first command. */
    static PartnerProject generate(Archive archive, String department) throws IOException {
        Path workshop = archive.home().resolveSibling("workshop");
        Files.createDirectories(workshop);
        String fetched = Path.of(System.getProperty("kontor.fetched")).toUri().toString();
        String shipped = Files.readString(archive.home().resolve("sdk/settings.xml"));
        Files.writeString(workshop.resolve("settings.xml"),
                SETTINGS.formatted(workshop.resolve("repository"), fetched) + shipped.substring(shipped.indexOf("  <profiles>")));
        PartnerProject project = new PartnerProject(archive, workshop, department);
        project.maven(workshop, ARCHETYPES,
                "-DarchetypeCatalog=local", "-DarchetypeGroupId=dev.kontor", "-DarchetypeArtifactId=kontor-department-archetype",
                "-DarchetypeVersion=" + System.getProperty("kontor.version"), "-DgroupId=com.example", "-DartifactId=" + department,
                "-Dversion=1.0.0", "-Dpackage=com.example." + department.replace("-", ""), "-Ddepartment=" + department);
        return project;
    }

    Path folder() {
        return workshop.resolve(department);
    }

    /** The guide's second command; returns the bundle. */
    Path verify() throws IOException {
        maven(folder(), "verify");
        return folder().resolve("target/%s-1.0.0.jar".formatted(department));
    }

    /** Changes a file of the project, or adds one. */
    void write(String file, String content) throws IOException {
        Path path = folder().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    /** The bundle as its next version, built without its tests; the same bytes when it is asked for again. */
    Path next(String version) throws IOException {
        Path jar = folder().resolve("target/%s-%s.jar".formatted(department, version));
        if (!Files.exists(jar)) {
            Path pom = folder().resolve("pom.xml");
            Files.writeString(pom, Files.readString(pom).replace("<version>1.0.0</version>", "<version>%s</version>".formatted(version)));
            maven(folder(), "package", "-DskipTests");
        }
        return jar;
    }

    /** What a build says that fails. */
    String refused(String... arguments) throws IOException {
        Ended ended = run(folder(), arguments);
        if (ended.code() == 0) {
            throw new AssertionError("%s was not refused.".formatted(List.of(arguments)));
        }
        return ended.words();
    }

    private void maven(Path in, String... arguments) throws IOException {
        Ended ended = run(in, arguments);
        if (ended.code() != 0) {
            throw new AssertionError("%s%n%s".formatted(List.of(arguments), ended.words()));
        }
    }

    private Ended run(Path in, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("kontor.maven"), "-B", "-o", "-q", "-Daether.offline.protocols=file", "-s", workshop.resolve("settings.xml").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
        builder.environment().put("KONTOR_HOME", archive.home().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("MAVEN_ARGS");
        Process process = builder.start();
        process.getOutputStream().close();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Ended(process.waitFor(), words);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
