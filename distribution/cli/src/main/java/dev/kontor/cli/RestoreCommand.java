package dev.kontor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Lays a backup ready: the next start reads it into an empty store. */
record RestoreCommand(Settings settings, Platform platform, Terminal terminal) implements Command {

    @Override
    public Ending run(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.size() != 1 || arguments.get(0).startsWith("-")) {
            throw new Misused();
        }
        Path backup = Path.of(arguments.get(0)).toAbsolutePath();
        if (runs()) {
            terminal.complain("restore.runs");
            return Ending.FAILED;
        }
        if (!isZip(backup)) {
            terminal.complain("restore.not-a-backup", backup);
            return Ending.FAILED;
        }
        if (Files.exists(settings.data().resolve("derby/main"))) {
            terminal.complain("restore.not-empty", settings.data());
            return Ending.FAILED;
        }
        Files.createDirectories(settings.data());
        Path waiting = settings.data().resolve("restore.zip");
        Path part = settings.data().resolve("restore.zip.part");
        Files.copy(backup, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, waiting, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        terminal.say("restore.ready", waiting);
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

    private static boolean isZip(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.size() > 0;
        } catch (ZipException notAZip) {
            return false;
        }
    }
}
