package dev.kontor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The rule sets: which decide, which wait, what is wrong with them; activating one and going back. */
record RulesCommand(Platform platform, Terminal terminal) implements Command {

    private static final long POLL_MS = 500;
    /** The rest stands on the console's page. */
    private static final int SHOWN = 50;

    @Override
    public Ending run(List<String> typed) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(typed);
        Map<String, Object> dated = new TreeMap<>(from(arguments));
        String verb = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        if (!dated.isEmpty() && !verb.equals("activate") && !verb.equals("approve")) {
            throw new Misused();
        }
        RuleFiles files = new RuleFiles(platform, terminal);
        return switch (verb + rest.size()) {
            case "list0" -> list();
            case "status1" -> status(rest.get(0));
            case "check0", "problems0" -> problems(platform.get("rules"));
            case "check1" -> Files.isDirectory(Path.of(rest.get(0)))
                    ? files.check(rest.get(0), Path.of(rest.get(0)), RuleFiles.named(Path.of(rest.get(0))).orElseThrow(Misused::new))
                    : problems(List.of(platform.get("rules/" + rest.get(0)).path("set")));
            case "check2" -> files.check(rest.get(0), Path.of(rest.get(0)), rest.get(1));
            case "show1" -> way(rest.get(0));
            case "show2" -> files.show(rest.get(0), rest.get(1));
            case "diff1" -> diff(files, rest.get(0), candidate(rest.get(0)));
            case "diff2" -> diff(files, rest.get(0), whole(rest.get(0), rest.get(1)));
            case "export2" -> rest.get(1).endsWith(".zip")
                    ? new RuleParcels(platform, terminal).export(rest.get(0), Path.of(rest.get(1)))
                    : files.export(rest.get(0), Path.of(rest.get(1)));
            case "import2" -> new RuleParcels(platform, terminal).bringIn(Path.of(rest.get(0)), rest.get(1));
            case "submit3" -> files.submit(rest.get(0), Path.of(rest.get(1)), rest.get(2));
            case "try3" -> tried(rest.get(0), candidate(rest.get(0)), rest.get(1), rest.get(2));
            case "try4" -> tried(rest.get(0), rest.get(1), rest.get(2), rest.get(3));
            case "verify0" -> verify("", "", "");
            case "verify1" -> verify(rest.get(0), "", "");
            case "verify2" -> verify("", rest.get(0), rest.get(1));
            case "verify3" -> verify(rest.get(0), rest.get(1), rest.get(2));
            default -> change(verb, rest, dated);
        };
    }

    /** What changes which version decides, and who has to agree. */
    private Ending change(String verb, List<String> rest, Map<String, Object> dated) throws IOException, InterruptedException {
        return switch (verb + rest.size()) {
            case "activate2" -> activate(rest.get(0), candidate(rest.get(0)), rest.get(1), dated);
            case "activate3" -> activate(rest.get(0), rest.get(1), rest.get(2), dated);
            case "approve3" -> submit("approve", with(dated, "set", rest.get(0), "digest", rest.get(1), "reason", rest.get(2)));
            case "withdraw3" -> submit("withdraw", Map.of("set", rest.get(0), "digest", rest.get(1), "reason", rest.get(2)));
            case "rollback2" -> submit("rollback", Map.of("set", rest.get(0), "reason", rest.get(1)));
            case "policy3" -> submit("policy", Map.of("set", rest.get(0), "approval", rest.get(1), "reason", rest.get(2)));
            case "confirm-policy2" -> submit("confirm-policy", Map.of("set", rest.get(0), "reason", rest.get(1)));
            case "trust2", "confirm-trust2", "distrust2" -> submit(verb, Map.of("signer", rest.get(0), "reason", rest.get(1)));
            default -> throw new Misused();
        };
    }

    /** Takes {@code --from DAY} out of what was typed. */
    private static Map<String, Object> from(List<String> arguments) {
        int at = arguments.indexOf("--from");
        if (at < 0) {
            return Map.of();
        } else if (at + 1 >= arguments.size()) {
            throw new Misused();
        }
        arguments.remove(at);
        return Map.of("from", arguments.remove(at));
    }

    private static Map<String, Object> with(Map<String, Object> dated, String... values) {
        Map<String, Object> all = new TreeMap<>(dated);
        for (int i = 0; i < values.length; i += 2) {
            all.put(values[i], values[i + 1]);
        }
        return all;
    }

    private Ending list() throws IOException, InterruptedException {
        for (JsonNode set : platform.get("rules")) {
            terminal.result("%-28s %-16s %-16s %s".formatted(
                    set.path("name").asText(),
                    RuleReport.version(set.path("active")),
                    set.has("candidate") ? terminal.words("rules.candidate", RuleReport.version(set.path("candidate"))) : "",
                    set.path("folderDiffers").asBoolean() ? terminal.words("rules.folder-differs") : ""));
            trouble(set);
        }
        return Ending.DONE;
    }

    /** What keeps the set's folder from being read. */
    private boolean trouble(JsonNode set) {
        return set.has("folderTrouble")
                && new RuleReport(terminal).problems(set.path("name").asText(), List.of(set.path("folderTrouble")));
    }

    private Ending status(String name) throws IOException, InterruptedException {
        JsonNode history = platform.get("rules/" + name);
        for (JsonNode version : history.path("versions")) {
            terminal.result("%-16s %-12s %-26s %s".formatted(
                    RuleReport.version(version),
                    version.path("state").asText(),
                    version.path("at").asText(),
                    version.path("by").asText("-")));
        }
        return problems(List.of(history.path("set")));
    }

    /** The way of the candidate; where there is none, of the version that decides. */
    private Ending way(String name) throws IOException, InterruptedException {
        JsonNode set = platform.get("rules/" + name).path("set");
        JsonNode version = set.has("candidate") ? set.path("candidate") : set.path("active");
        terminal.say("rules.way", name, RuleReport.version(version));
        terminal.say(set.path("approval").path("secondPerson").asBoolean() ? "rules.approval-two" : "rules.approval-one");
        RuleReport report = new RuleReport(terminal);
        report.way(version);
        report.problems(name, version.path("problems"));
        return Ending.DONE;
    }

    private Ending diff(RuleFiles files, String name, String digest) throws IOException, InterruptedException {
        if (digest.isEmpty()) {
            terminal.complain("rules.no-candidate", name);
            return Ending.FAILED;
        }
        return files.diff(name, digest);
    }

    /** What is wrong with candidates, at file, line and column. */
    private Ending problems(Iterable<JsonNode> sets) {
        int count = 0;
        boolean refused = false;
        for (JsonNode set : sets) {
            JsonNode problems = set.path("candidate").path("problems");
            refused |= new RuleReport(terminal).problems(set.path("name").asText(), problems);
            refused |= trouble(set);
            count += problems.size() + (set.has("folderTrouble") ? 1 : 0);
        }
        terminal.complain(count == 0 ? "rules.fine" : "rules.problems", count);
        return refused ? Ending.FAILED : Ending.DONE;
    }

    /** The digest of a version by its first characters; empty if there is no such version, or more than one. */
    private String whole(String name, String begins) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (JsonNode version : platform.get("rules/" + name).path("versions")) {
            String digest = version.path("version").path("digest").asText("");
            if (digest.startsWith(begins)) {
                found.add(digest);
            }
        }
        return found.size() == 1 ? found.get(0) : "";
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

    private Ending activate(String name, String digest, String reason, Map<String, Object> dated) throws IOException, InterruptedException {
        if (digest.isEmpty()) {
            terminal.complain("rules.no-candidate", name);
            return Ending.FAILED;
        }
        return submit("activate", with(dated, "set", name, "digest", digest, "reason", reason));
    }

    private Ending submit(String verb, Map<String, Object> values) throws IOException, InterruptedException {
        terminal.result(platform.command("rules/" + verb, UUID.randomUUID().toString(), values).path("said").asText());
        return Ending.DONE;
    }
}
