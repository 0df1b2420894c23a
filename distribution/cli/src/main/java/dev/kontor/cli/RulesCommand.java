package dev.kontor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rule sets: which decide, which wait, what is wrong with them; activating one and going back. */
record RulesCommand(Platform platform, Terminal terminal) implements Command {

    private static final long POLL_MS = 500;
    /** The rest stands on the console's page. */
    private static final int SHOWN = 50;

    @Override
    public Ending run(List<String> arguments) throws IOException, InterruptedException {
        String verb = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        return switch (verb + rest.size()) {
            case "list0" -> list();
            case "status1" -> status(rest.get(0));
            case "check0" -> problems(platform.get("rules"));
            case "check1" -> problems(List.of(platform.get("rules/" + rest.get(0)).path("set")));
            case "problems0" -> problems(platform.get("rules"));
            case "show2" -> show(rest.get(0), rest.get(1));
            case "export2" -> export(rest.get(0), Path.of(rest.get(1)));
            case "submit3" -> submit(rest.get(0), Path.of(rest.get(1)), rest.get(2));
            case "approve3" -> change("rules/approve", Map.of("set", rest.get(0), "digest", rest.get(1), "reason", rest.get(2)));
            case "try3" -> tried(rest.get(0), candidate(rest.get(0)), rest.get(1), rest.get(2));
            case "try4" -> tried(rest.get(0), rest.get(1), rest.get(2), rest.get(3));
            case "verify0" -> verify("", "", "");
            case "verify1" -> verify(rest.get(0), "", "");
            case "verify2" -> verify("", rest.get(0), rest.get(1));
            case "verify3" -> verify(rest.get(0), rest.get(1), rest.get(2));
            case "activate2" -> activate(rest.get(0), rest.get(1));
            case "rollback2" -> change("rules/rollback", Map.of("set", rest.get(0), "reason", rest.get(1)));
            default -> throw new Misused();
        };
    }

    private Ending list() throws IOException, InterruptedException {
        for (JsonNode set : platform.get("rules")) {
            terminal.result("%-28s %-16s %-16s %s".formatted(
                    set.path("name").asText(),
                    version(set.path("active")),
                    set.has("candidate") ? terminal.words("rules.candidate", version(set.path("candidate"))) : "",
                    set.path("folderDiffers").asBoolean() ? terminal.words("rules.folder-differs") : ""));
        }
        return Ending.DONE;
    }

    private Ending status(String name) throws IOException, InterruptedException {
        JsonNode history = platform.get("rules/" + name);
        for (JsonNode version : history.path("versions")) {
            terminal.result("%-16s %-12s %-26s %s".formatted(
                    version(version),
                    version.path("state").asText(),
                    version.path("at").asText(),
                    version.path("by").asText("-")));
        }
        return problems(List.of(history.path("set")));
    }

    /** What is wrong with candidates, at file, line and column. */
    private Ending problems(Iterable<JsonNode> sets) {
        int count = 0;
        for (JsonNode set : sets) {
            for (JsonNode problem : set.path("candidate").path("problems")) {
                terminal.result("%s/%s:%d:%d: %s".formatted(
                        set.path("name").asText(),
                        problem.path("file").asText(),
                        problem.path("line").asInt(),
                        problem.path("column").asInt(),
                        problem.path("message").asText()));
                count++;
            }
        }
        terminal.complain(count == 0 ? "rules.fine" : "rules.problems", count);
        return count == 0 ? Ending.DONE : Ending.FAILED;
    }

    private JsonNode files(String name) throws IOException, InterruptedException {
        String digest = platform.get("rules/" + name).path("set").path("active").path("version").path("digest").asText("");
        return platform.get("rules/" + name + "/files/" + digest);
    }

    /** A file of the version that decides, as it is. */
    private Ending show(String name, String file) throws IOException, InterruptedException {
        JsonNode content = files(name).path(file);
        if (content.isMissingNode()) {
            terminal.complain("rules.no-file", name, file);
            return Ending.FAILED;
        }
        terminal.result(content.asText().stripTrailing());
        return Ending.DONE;
    }

    /** Writes the files of the version that decides into a folder, which must not be there yet. */
    private Ending export(String name, Path folder) throws IOException, InterruptedException {
        JsonNode files = files(name);
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

    /** Proposes one changed file: it is checked, and decides nothing until it is activated or approved. */
    private Ending submit(String name, Path file, String reason) throws IOException, InterruptedException {
        String inSet = file.getParent() != null && file.getParent().endsWith("cases") ? "cases/" + file.getFileName() : "" + file.getFileName();
        return change("rules/upload", Map.of("set", name, "file", inSet, "content", Files.readString(file).stripTrailing(),
                "then", "propose", "reason", reason));
    }

    /** The digest of the set's candidate; empty if there is none. */
    private String candidate(String name) throws IOException, InterruptedException {
        return platform.get("rules/" + name).path("set").path("candidate").path("version").path("digest").asText("");
    }

    /** Tries a version on the decisions of a period and says what would change, the most money first. */
    private Ending tried(String name, String digest, String from, String to) throws IOException, InterruptedException {
        if (digest.isEmpty()) {
            terminal.complain("rules.no-candidate", name);
            return Ending.FAILED;
        }
        JsonNode begun = platform.command("rules/replay", UUID.randomUUID().toString(),
                Map.of("set", name, "digest", digest, "from", from, "to", to));
        JsonNode replay = reported(begun.path("next").asText());
        terminal.say("rules.tried", replay.path("done").asInt(), replay.path("changed").asInt(), replay.path("failed").asInt(), begun.path("next").asText());
        return Ending.DONE;
    }

    /** Executes decisions again by the versions that they cite; fails when one is not the same. */
    private Ending verify(String name, String from, String to) throws IOException, InterruptedException {
        JsonNode begun = platform.command("rules/verify", UUID.randomUUID().toString(), Map.of("set", name, "from", from, "to", to));
        JsonNode replay = reported(begun.path("next").asText());
        terminal.say("rules.verified", replay.path("done").asInt(), replay.path("changed").asInt(), begun.path("next").asText());
        return replay.path("changed").asInt() == 0 ? Ending.DONE : Ending.FAILED;
    }

    /** Waits until a replay is done, and shows what it found. */
    private JsonNode reported(String replays) throws IOException, InterruptedException {
        JsonNode report = platform.get(replays);
        while (report.path("replay").path("state").asText().equals("RUNNING")) {
            terminal.progress("rules.trying", report.path("replay").path("done").asInt(), report.path("replay").path("total").asInt());
            Thread.sleep(POLL_MS);
            report = platform.get(replays);
        }
        terminal.endProgress();
        for (JsonNode change : platform.get(replays + "/changes?sort=money&limit=" + SHOWN).path("changes")) {
            terminal.result(change(change));
        }
        return report.path("replay");
    }

    private String change(JsonNode change) {
        return "%s\t%s\t%s\t%s -> %s".formatted(
                change.path("order").asText(), change.path("customer").asText(),
                (change.path("money").path("currency").asText("") + " " + change.path("money").path("amount").asText("")).strip(),
                reasons(change.path("before")),
                change.path("failure").asText("").isEmpty() ? reasons(change.path("after")) : change.path("failure").asText());
    }

    private String reasons(JsonNode told) {
        List<String> reasons = new ArrayList<>();
        told.forEach(each -> reasons.add(each.path(terminal.words("rules.reason")).asText()));
        return reasons.isEmpty() ? "-" : String.join(" | ", reasons);
    }

    /** Activates the set's candidate. */
    private Ending activate(String name, String reason) throws IOException, InterruptedException {
        String digest = candidate(name);
        if (digest.isEmpty()) {
            terminal.complain("rules.no-candidate", name);
            return Ending.FAILED;
        }
        return change("rules/activate", Map.of("set", name, "digest", digest, "reason", reason));
    }

    private Ending change(String command, Map<String, Object> values) throws IOException, InterruptedException {
        terminal.result(platform.command(command, UUID.randomUUID().toString(), values).path("said").asText());
        return Ending.DONE;
    }

    private static String version(JsonNode version) {
        JsonNode named = version.path("version");
        String digest = named.path("digest").asText("");
        List<String> parts = new ArrayList<>();
        if (!digest.isEmpty()) {
            parts.add(named.path("number").asText());
            parts.add(digest.substring(0, Math.min(12, digest.length())));
        }
        return parts.isEmpty() ? "-" : String.join(" ", parts);
    }
}
