package dev.kontor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Recomputes the chain of every journal: by the platform while it runs, from the database itself while it is stopped. */
record JournalCommand(Settings settings, Platform platform, Terminal terminal) implements Command {

    @Override
    public Ending run(List<String> arguments) throws IOException, InterruptedException {
        if (!arguments.equals(List.of("verify"))) {
            throw new Misused();
        }
        return runs() ? running() : stopped();
    }

    private boolean runs() throws IOException, InterruptedException {
        try {
            platform.status("health/live");
            return true;
        } catch (Unreachable stopped) {
            return false;
        }
    }

    private Ending running() throws IOException, InterruptedException {
        JsonNode verification = platform.get("journal/verification");
        List<String> faults = StreamSupport.stream(verification.path("faults").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return report(verification.path("journals").asLong(), verification.path("entries").asLong(), faults);
    }

    private Ending stopped() throws IOException {
        Path database = settings.data().resolve("derby/main");
        if (!Files.isDirectory(database)) {
            terminal.complain("journal.offline-needs", settings.data());
            return Ending.UNREACHABLE;
        }
        terminal.complain("journal.offline", settings.data());
        try {
            StoppedJournals.Found found = StoppedJournals.verify(database);
            return report(found.journals(), found.entries(), found.faults());
        } catch (SQLException unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
    }

    private Ending report(long journals, long entries, List<String> faults) {
        terminal.say("journal.read", journals, entries);
        faults.forEach(fault -> terminal.complainPlainly("  " + fault));
        terminal.say(faults.isEmpty() ? "journal.whole" : "journal.faults", faults.size());
        return faults.isEmpty() ? Ending.DONE : Ending.FAILED;
    }
}
