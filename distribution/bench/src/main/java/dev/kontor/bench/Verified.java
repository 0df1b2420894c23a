package dev.kontor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The proof of all journals, as an auditor asks for it. */
final class Verified {

    private Verified() {}

    /** @param bytes of what stands in the journals */
    static Map<String, Object> of(Instance instance, long bytes) throws IOException, InterruptedException {
        String token = instance.token("auditor");
        double cpu = instance.cpuSeconds();
        long since = System.nanoTime();
        HttpResponse<String> answer = instance.send(instance.api("journal/verification", token).timeout(Duration.ofHours(3)));
        double seconds = (System.nanoTime() - since) / 1e9;
        if (answer.statusCode() != 200) {
            throw new IOException("The journals were not verified: %d %s".formatted(answer.statusCode(), answer.body()));
        }
        JsonNode found = Json.read(answer.body());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("journals", found.path("journals").asLong());
        figures.put("entries", found.path("entries").asLong());
        figures.put("faults", found.path("faults").size());
        figures.put("first_fault", found.path("faults").path(0).asText());
        figures.put("seconds", Figures.round(seconds));
        figures.put("cpu_s", Figures.round(instance.cpuSeconds() - cpu));
        figures.put("mb", Figures.round(bytes / 1e6));
        figures.put("mb_per_s", Figures.round(bytes / 1e6 / seconds));
        return figures;
    }
}
