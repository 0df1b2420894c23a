package dev.kontor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** The files of rule sets, here and on the platform: checked, shown, compared, written out, proposed. */
record RuleFiles(Platform platform, Terminal terminal) {

    private static final int DEEPEST = 4;

    /** Has the files of a folder checked by the running platform, which keeps nothing of them. */
    Ending check(String typed, Path folder, String set) throws IOException, InterruptedException {
        Map<String, Object> files = new TreeMap<>();
        for (Map.Entry<String, Path> file : below(folder).entrySet()) {
            files.put(file.getKey(), Base64.getEncoder().encodeToString(Files.readAllBytes(file.getValue())));
        }
        JsonNode checked = platform.post("rules/" + set + "/check", Map.of("files", files));
        RuleReport report = new RuleReport(terminal);
        boolean refused = report.problems(typed.replaceAll("/+$", ""), checked.path("problems"));
        report.way(checked);
        return refused ? Ending.FAILED : Ending.DONE;
    }

    /** What editors hide; the platform knows what else is no part of a set. */
    private static boolean hidden(String name) {
        return Stream.of(name.split("/")).anyMatch(part -> part.startsWith("."));
    }

    /** {@code review/joint} of {@code …/review/joint}; empty when the path is too short. */
    static Optional<String> named(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        int parts = whole.getNameCount();
        return parts < 2 ? Optional.empty() : Optional.of(whole.getName(parts - 2) + "/" + whole.getName(parts - 1));
    }

    private JsonNode deciding(String name) throws IOException, InterruptedException {
        String digest = platform.get("rules/" + name).path("set").path("active").path("version").path("digest").asText("");
        return platform.get("rules/" + name + "/files/" + digest);
    }

    /** A file of the version that decides, as it is. */
    Ending show(String name, String file) throws IOException, InterruptedException {
        JsonNode content = deciding(name).path(file);
        if (content.isMissingNode()) {
            terminal.complain("rules.no-file", name, file);
            return Ending.FAILED;
        }
        terminal.result(content.asText().stripTrailing());
        return Ending.DONE;
    }

    /** What a version has otherwise than the one that decides. @param digest of the version, whole */
    Ending diff(String name, String digest) throws IOException, InterruptedException {
        JsonNode now = deciding(name);
        JsonNode then = platform.get("rules/" + name + "/files/" + digest);
        TreeSet<String> files = new TreeSet<>();
        now.fieldNames().forEachRemaining(files::add);
        then.fieldNames().forEachRemaining(files::add);
        for (String file : files) {
            for (LineDiff.Hunk hunk : LineDiff.of(now.path(file).asText(""), then.path(file).asText(""))) {
                terminal.result("%s:%d:".formatted(file, hunk.line()));
                hunk.lines().forEach(terminal::result);
            }
        }
        return Ending.DONE;
    }

    /** Writes the files of the version that decides into a folder, which must not be there yet. */
    Ending export(String name, Path folder) throws IOException, InterruptedException {
        JsonNode files = deciding(name);
        Files.createDirectory(folder);
        for (Map.Entry<String, JsonNode> file : files.properties()) {
            Path target = folder.resolve(file.getKey()).normalize();
            if (!target.startsWith(folder.normalize())) {
                throw new IOException("%s lies outside of the folder.".formatted(file.getKey()));
            }
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue().asText());
        }
        terminal.say("rules.exported", files.size(), folder);
        return Ending.DONE;
    }

    /**
     * Proposes changed files, all at once: they are checked, and decide nothing until they are activated or approved.
     *
     * @param paths files, or one folder: the set as a whole
     */
    Ending submit(String name, List<Path> paths, String reason) throws IOException, InterruptedException {
        boolean whole = paths.size() == 1 && Files.isDirectory(paths.get(0));
        Map<String, Path> sent = whole ? below(paths.get(0)) : named(paths);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map.Entry<String, Path> file : sent.entrySet()) {
            rows.add(Map.of("path", file.getKey(), "content", platform.upload(file.getValue().getFileName().toString(), file.getValue())));
        }
        JsonNode answer = platform.command("rules/files", UUID.randomUUID().toString(),
                Map.of("set", name, "files", rows, "whole", whole ? "yes" : "no", "then", "propose", "reason", reason));
        terminal.result(answer.path("said").asText());
        return Ending.DONE;
    }

    /** A file in a folder {@code cases} is a case, any other lies in the set's own folder. */
    private static Map<String, Path> named(List<Path> paths) {
        Map<String, Path> files = new TreeMap<>();
        for (Path path : paths) {
            boolean aCase = path.getParent() != null && path.getParent().endsWith("cases");
            if (Files.isDirectory(path) || files.put((aCase ? "cases/" : "") + path.getFileName(), path) != null) {
                throw new Command.Misused();
            }
        }
        return files;
    }

    /** Every file of a folder, by its path in it. */
    private static Map<String, Path> below(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            for (Path file : walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!hidden(name)) {
                    files.put(name, file);
                }
            }
        }
        return files;
    }
}
