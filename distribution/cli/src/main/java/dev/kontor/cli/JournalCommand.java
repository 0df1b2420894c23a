package dev.kontor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** Recomputes the chain of every journal: by the platform while it runs, from the database itself while it is stopped. */
record JournalCommand(Settings settings, Platform platform, Terminal terminal) implements Command {

    @Override
    public Ending run(List<String> arguments) throws IOException, InterruptedException {
        if (!arguments.equals(List.of("verify"))) {
            throw new Misused();
        }
        return report(platform.get("journal/verification"));
    }

    private Ending report(JsonNode verification) {
        JsonNode faults = verification.path("faults");
        terminal.say("journal.read", verification.path("journals").asLong(), verification.path("entries").asLong());
        faults.forEach(fault -> terminal.complainPlainly("  " + fault.asText()));
        terminal.say(faults.isEmpty() ? "journal.whole" : "journal.faults", faults.size());
        return faults.isEmpty() ? Ending.DONE : Ending.FAILED;
    }
}
