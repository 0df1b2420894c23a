package dev.kontor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** Rule sets that travel between platforms, each as one signed file. */
record RuleParcels(Platform platform, Terminal terminal) {

    /** The version that decides, signed by this platform, into a new file. */
    Ending export(String name, Path file) throws IOException, InterruptedException {
        String digest = platform.get("rules/" + name).path("set").path("active").path("version").path("digest").asText("");
        if (Files.exists(file)) {
            terminal.complain("backup.exists", file);
            return Ending.FAILED;
        }
        try (InputStream parcel = platform.download("rules/" + name + "/export/" + digest)) {
            Files.write(file, parcel.readAllBytes());
        }
        terminal.say("rules.packed", name, file);
        return Ending.DONE;
    }

    /** What another platform exported: kept as a proposal, where its signer is trusted. */
    Ending bringIn(Path file, String reason) throws IOException, InterruptedException {
        String handle = platform.upload(file.getFileName().toString(), file);
        JsonNode answer = platform.command("rules/import", UUID.randomUUID().toString(), Map.of("file", handle, "reason", reason));
        terminal.result(answer.path("said").asText());
        return Ending.DONE;
    }
}
