package dev.kontor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Anchors the journals, and proves them: their chains, and with {@code --anchor} their ends. By the platform while it
 * runs, from the database itself while it is stopped.
 */
record JournalCommand(Settings settings, Platform platform, Terminal terminal) implements Command {

    @Override
    public Ending run(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.equals(List.of("anchor"))) {
            return anchor();
        }
        boolean anchors = arguments.size() > 1 && arguments.get(1).equals("--anchor");
        if (arguments.isEmpty() || !arguments.get(0).equals("verify") || arguments.size() > (anchors ? 3 : 1)) {
            throw new Misused();
        }
        boolean runs = runs();
        if (!runs && !Files.isDirectory(database())) {
            terminal.complain("journal.offline-needs", settings.data());
            return Ending.UNREACHABLE;
        }
        if (!runs) {
            terminal.complain("journal.offline", settings.data());
        }
        try (ReadableJournals journals = runs ? new RunningJournals(platform) : StoppedJournals.open(database())) {
            boolean whole = chains(journals.verify());
            return (anchors ? new AnchorReport(terminal).of(folder(arguments), arguments.size() == 3, journals) : true) && whole
                    ? Ending.DONE
                    : Ending.FAILED;
        }
    }

    private Path database() {
        return settings.data().resolve("derby/main");
    }

    private Path folder(List<String> arguments) {
        return arguments.size() == 3 ? Path.of(arguments.get(2)) : settings.data().resolve("anchors");
    }

    private Ending anchor() throws IOException, InterruptedException {
        long number = platform.post("journal/anchors", java.util.Map.of()).path("number").asLong();
        terminal.say(number == 0 ? "journal.nothing-grew" : "journal.anchored", number, settings.data().resolve("anchors"));
        return Ending.DONE;
    }

    private boolean runs() throws IOException, InterruptedException {
        try {
            platform.status("health/live");
            return true;
        } catch (Unreachable stopped) {
            return false;
        }
    }

    private boolean chains(ReadableJournals.Found found) {
        List<String> faults = found.faults();
        terminal.say("journal.read", found.journals(), found.entries());
        faults.forEach(fault -> terminal.complainPlainly("  " + fault));
        terminal.say(faults.isEmpty() ? "journal.whole" : "journal.faults", faults.size());
        return faults.isEmpty();
    }
}
