package dev.kontor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.api.journal.Anchors.Kept;
import dev.kontor.api.journal.Anchors.Place;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The journals of a platform that runs, as it says what they are. */
record RunningJournals(Platform platform) implements ReadableJournals {

    @FunctionalInterface
    private interface Asking {
        JsonNode answer() throws IOException, InterruptedException;
    }

    private static JsonNode asked(Asking asking) throws IOException {
        try {
            return asking.answer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public Found verify() throws IOException {
        JsonNode found = asked(() -> platform.get("journal/verification"));
        return new Found(found.path("journals").asLong(), found.path("entries").asLong(), texts(found.path("faults")));
    }

    @Override
    public List<String> hashes(List<Place> places) throws IOException {
        List<Map<String, Object>> asked = places.stream()
                .map(place -> Map.<String, Object>of("journal", place.journal(), "sequence", place.sequence()))
                .toList();
        return texts(asked(() -> platform.post("journal/hashes", Map.of("places", asked))));
    }

    @Override
    public List<Kept> kept() throws IOException {
        List<Kept> kept = new ArrayList<>();
        for (JsonNode anchor : asked(() -> platform.get("journal/anchors"))) {
            kept.add(new Kept(anchor.path("number").asLong(), Instant.parse(anchor.path("at").asText()), anchor.path("digest").asText()));
        }
        return kept;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    @Override
    public void close() {
        // nothing is held
    }
}
