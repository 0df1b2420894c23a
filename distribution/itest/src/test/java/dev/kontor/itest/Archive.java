package dev.kontor.itest;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The archive that people get, unpacked once and copied for each name to a folder of its own. */
record Archive(Path home) {

    /** A platform that is tried lives too briefly for the second compiler, and most never start again. */
    private static final List<String> BRIEF = List.of(
            "JVM_OPTIONS=\"-Xms64m -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1\"", "CLASS_ARCHIVE=false");

    static Archive unpack(String name) {
        try {
            Path folder = Path.of(System.getProperty("kontor.work"), name).toAbsolutePath();
            delete(folder);
            Files.createDirectories(folder);
            run("cp", "-a", Unpacked.FOLDER.toString(), folder.toString());
            Archive unpacked = new Archive(folder.resolve(Unpacked.FOLDER.getFileName()));
            unpacked.configure();
            return unpacked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... command) {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("%s ended with %d.".formatted(List.of(command), code));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * With the data of a platform that started once: its database is made, its rules are compiled, the demo company's people
     * are there, and its history, which takes as long to type as all else, counts as typed.
     */
    Archive staffed() {
        return with(Staffed.DATA);
    }

    /** With the data of a demo company whose history has been entered once. */
    Archive played() {
        return with(Played.DATA);
    }

    /** Where it stands what the platform asked its database while that history was entered. */
    static Path asked() {
        return Played.asked(Played.DATA);
    }

    private Archive with(Path data) {
        run("cp", "-a", data.toString(), home.toString());
        return this;
    }

    /** Made once, when it is first asked for. */
    private static final class Unpacked {

        private static final Path FOLDER = make();

        private static Path make() {
            try {
                Path folder = Path.of(System.getProperty("kontor.work"), "unpacked").toAbsolutePath();
                delete(folder);
                Files.createDirectories(folder);
                Path archive = Path.of(System.getProperty("kontor.archive")).toRealPath();
                run("tar", "xzf", archive.toString(), "-C", folder.toString());
                return folder.resolve("kontor-" + System.getProperty("kontor.version"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Made once, when it is first asked for. */
    private static final class Staffed {

        private static final Path DATA = make();

        private static Path make() {
            Archive archive = unpack("staffed").withoutHistory();
            new Platform(archive, "--demo").start().stop();
            return archive.data();
        }
    }

    /** Made once, when it is first asked for. */
    private static final class Played {

        private static final Path DATA = make();

        private static Path make() {
            try {
                Archive archive = unpack("played");
                Files.writeString(archive.home().resolve("etc/derby.properties"), "derby.language.logStatementText=true\n", StandardOpenOption.APPEND);
                new Platform(archive, "--demo").start().settled().stop();
                Files.move(archive.data().resolve("log/derby.log"), asked(archive.data()));
                return archive.data();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path asked(Path data) {
            return data.resolveSibling("asked.log");
        }
    }

    /** The demo company's people will be there, and its history counts as typed: it begins today. */
    Archive withoutHistory() {
        try {
            Files.createDirectories(data());
            Files.writeString(data().resolve("clock.offset"), "PT0S");
            Files.writeString(data().resolve("demo.played"), "");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes etc/kontor.conf anew. */
    void configure(String... lines) throws IOException {
        Files.write(home.resolve("etc/kontor.conf"), Stream.concat(BRIEF.stream(), Stream.of(lines)).toList());
    }

    Path data() {
        return home.resolve("data");
    }

    Path rules() {
        return home.resolve("rules");
    }

    /** Copies a partner's rule sets beside those that ship. */
    void addRules(Path rules) throws IOException {
        try (Stream<Path> files = Files.walk(rules)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = rules().resolve(rules.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** The jars of the repository that it runs from. */
    List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("lib/repository"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    /** What a command of bin/kontor printed and how it ended. */
    Ended kontor(String... arguments) {
        return ended(process(arguments));
    }

    /** The same for somebody whose terminal speaks this language: {@code zh_CN.UTF-8}. */
    Ended kontorIn(String language, String... arguments) {
        ProcessBuilder builder = process(arguments);
        builder.environment().put("LC_ALL", language);
        return ended(builder);
    }

    private static Ended ended(ProcessBuilder builder) {
        try {
            Process process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            String words = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    ProcessBuilder process(String... arguments) {
        List<String> command = new java.util.ArrayList<>();
        command.add(home.resolve("bin/kontor").toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(new File("/"));
    }

    record Ended(int code, String words) {}

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
