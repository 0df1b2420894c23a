package dev.kontor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Versions tried on past decisions or on the cases of a file, and decisions executed again.
 *
 * @param options {@code cases}, a file; {@code department} and {@code customer}, whose decisions alone are tried
 */
record RuleTrials(Platform platform, Terminal terminal, Map<String, String> options) {

    private static final long POLL_MS = 500;
    /** The rest stands on the console's page. */
    private static final int SHOWN = 50;

    boolean hasCases() {
        return options.containsKey("cases");
    }

    /** Tries a version on what stands in a file. */
    Ending cases(String name, String digest) throws IOException, InterruptedException {
        if (options.size() > 1) {
            throw new Command.Misused();
        }
        if (digest.isEmpty()) {
            return noCandidate(name);
        }
        Path file = Path.of(options.get("cases"));
        String handle = platform.upload(file.getFileName().toString(), file);
        return said("rules.tried-cases", platform.command("rules/try-cases", UUID.randomUUID().toString(),
                Map.of("set", name, "digest", digest, "file", handle)).path("next").asText());
    }

    private Ending noCandidate(String name) {
        terminal.complain("rules.no-candidate", name);
        return Ending.FAILED;
    }

    private Ending said(String how, String report) throws IOException, InterruptedException {
        JsonNode replay = reported(report);
        terminal.say(how, replay.path("done").asInt(), replay.path("changed").asInt(), replay.path("failed").asInt(), report);
        return Ending.DONE;
    }

    /** Tries a version on the decisions of a period and says what would change, the most money first. */
    Ending decisions(String name, String digest, String from, String to) throws IOException, InterruptedException {
        if (digest.isEmpty()) {
            return noCandidate(name);
        }
        Map<String, Object> values = new TreeMap<>(options);
        values.putAll(Map.of("set", name, "digest", digest, "from", from, "to", to));
        return said("rules.tried", platform.command("rules/replay", UUID.randomUUID().toString(), values).path("next").asText());
    }

    /** Executes decisions again by the versions that they cite; fails when one is not the same. */
    Ending verify(String name, String from, String to) throws IOException, InterruptedException {
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
                change.path("named").asText() + change.path("order").asText(), change.path("customer").asText(),
                (change.path("money").path("currency").asText("") + " " + change.path("money").path("amount").asText("")).strip(),
                reasons(change.path("before")),
                change.path("failure").asText("").isEmpty() ? reasons(change.path("after")) : change.path("failure").asText());
    }

    private String reasons(JsonNode told) {
        List<String> reasons = new ArrayList<>();
        told.forEach(each -> reasons.add(each.path(terminal.words("rules.reason")).asText()));
        return reasons.isEmpty() ? "-" : String.join(" | ", reasons);
    }
}
