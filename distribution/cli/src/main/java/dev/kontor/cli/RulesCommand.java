package dev.kontor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The rule sets: which decide, which wait, what is wrong with them; activating one and going back. */
record RulesCommand(Platform platform, Terminal terminal) implements Command {

    /** Which options go with which verb. */
    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "activate", Set.of("from"), "approve", Set.of("from"), "try", Set.of("cases", "department", "customer"));

    @Override
    public Ending run(List<String> typed) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(typed);
        Map<String, String> options = options(arguments);
        String verb = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        if (!OPTIONS.getOrDefault(verb, Set.of()).containsAll(options.keySet())) {
            throw new Misused();
        }
        RuleFiles files = new RuleFiles(platform, terminal);
        if (verb.equals("submit") && rest.size() > 2) {
            return files.submit(rest.get(0), rest.subList(1, rest.size() - 1).stream().map(Path::of).toList(), rest.get(rest.size() - 1));
        }
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
            case "verify0", "verify1", "verify2", "verify3", "try1", "try2", "try3", "try4" ->
                    tried(new RuleTrials(platform, terminal, options), verb, rest);
            default -> change(verb, rest, new TreeMap<>(options));
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

    /** Takes options and their values out of what was typed. */
    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new TreeMap<>();
        for (int at = 0; at < arguments.size();) {
            if (!arguments.get(at).startsWith("--")) {
                at++;
            } else if (at + 1 >= arguments.size()) {
                throw new Misused();
            } else {
                options.put(arguments.remove(at).substring(2), arguments.remove(at));
            }
        }
        return options;
    }

    /** Decisions, or cases, with another version or once more. */
    private Ending tried(RuleTrials trials, String verb, List<String> rest) throws IOException, InterruptedException {
        boolean cases = verb.equals("try") && trials.hasCases();
        if (cases && rest.size() > 2 || verb.equals("try") && !cases && rest.size() < 3) {
            throw new Misused();
        }
        return switch (verb + rest.size()) {
            case "try1" -> trials.cases(rest.get(0), candidate(rest.get(0)));
            case "try2" -> trials.cases(rest.get(0), rest.get(1));
            case "try3" -> trials.decisions(rest.get(0), candidate(rest.get(0)), rest.get(1), rest.get(2));
            case "try4" -> trials.decisions(rest.get(0), rest.get(1), rest.get(2), rest.get(3));
            case "verify0" -> trials.verify("", "", "");
            case "verify1" -> trials.verify(rest.get(0), "", "");
            case "verify2" -> trials.verify("", rest.get(0), rest.get(1));
            default -> trials.verify(rest.get(0), rest.get(1), rest.get(2));
        };
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
