package dev.kontor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Begins the opening on the platform, or goes on with it: its day, what the books say, and each file that proves it. */
record OpeningOffer(Platform platform, Mapping mapping, Path folder) {

    /** As many customers as the platform takes at once. */
    private static final int PART = 500;

    /** @return the opening's number, and how often something of it was taken out again */
    String begin(Mapping.Opening opening) throws IOException, InterruptedException {
        Table table = Table.read(folder.resolve(opening.totals().file()), mapping.delimiter());
        List<Map<String, String>> totals = Rows.plain(table, opening.totals().columns(), opening.totals().constants());
        int parts = Math.max(1, (totals.size() + PART - 1) / PART);
        String id = "";
        for (String name : opening.evidence()) {
            Path file = folder.resolve(name);
            String evidence = platform.upload(file.getFileName().toString(), file);
            for (int part = 1; part <= parts; part++) {
                Map<String, Object> values = Map.of("as-of", opening.asOf(), "evidence", evidence, "part", part + "/" + parts,
                        "totals", totals.subList((part - 1) * PART, Math.min(part * PART, totals.size())));
                id = platform.command("entry/begin-opening", UUID.randomUUID().toString(), values).path("id").asText();
            }
        }
        return id;
    }
}
