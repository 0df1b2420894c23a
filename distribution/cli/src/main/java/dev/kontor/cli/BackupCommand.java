package dev.kontor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipFile;

/** Writes a copy of everything into a file. */
record BackupCommand(Platform platform, Terminal terminal) implements Command {

    @Override
    public Ending run(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.size() != 1 || arguments.get(0).startsWith("-")) {
            throw new Misused();
        }
        Path file = Path.of(arguments.get(0)).toAbsolutePath();
        if (Files.exists(file)) {
            terminal.complain("backup.exists", file);
            return Ending.FAILED;
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (InputStream zip = platform.download("backup")) {
            Files.copy(zip, part, StandardCopyOption.REPLACE_EXISTING);
        }
        int entries = entries(part);
        Files.move(part, file);
        terminal.say("backup.done", file, Files.size(file), entries);
        return Ending.DONE;
    }

    /** A zip without its end is not opened: what was cut off is not taken for a backup. */
    private static int entries(Path zip) throws IOException {
        try (ZipFile opened = new ZipFile(zip.toFile())) {
            return opened.size();
        }
    }
}
