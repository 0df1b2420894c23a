package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 9.2: what is destroyed is gone from the platform that ships (R-9.6)")
class DestructionIT {

    /** Longer than any period but for ever. */
    private static final Duration AGE = Duration.ofDays(32 * 366);

    @Test
    @DisplayName("once the second witness has signed nobody opens it and its content leaves the disk; what another order has too stays")
    void whatIsDestroyedIsGone() throws IOException {
        Archive archive = Archive.unpack("destruction").staffed();
        try (Platform platform = new Platform(archive, "--demo").start()) {
            Company company = new Company(platform);
            Keeping keeping = new Keeping(company);
            String order = filed(company);
            String other = company.cleared(500_000);
            String volume = keeping.volume(order);
            keeping.packed(order, volume);
            List<JsonNode> documents = keeping.documents(order);
            JsonNode contract = of("entry.contract", documents);
            JsonNode theirs = of("entry.contract", keeping.documents(other));
            assertThat(contract.path("digest")).as("the same file with both").isEqualTo(theirs.path("digest"));
            platform.stop();
            Files.writeString(archive.data().resolve("clock.offset"), AGE.toString());
            platform.start();

            keeping.does("song", "appraise", volume, Map.of("opinion", "The customer owes retention money.")).expect(409);
            new Works(company).paid(order, "50000.00").expect(200);
            keeping.does("song", "appraise", volume, Map.of("opinion", "Of no further use.")).expect(200);
            keeping.does("gao", "decide-destruction", volume, Map.of("destroy", "yes", "reason", "So be it.")).expect(200);
            keeping.does("tang", "witness", volume, Map.of("witnessed", "yes")).expect(200);
            company.as("song").get("documents/" + id(contract)).expect(200);
            keeping.does("shen", "witness", volume, Map.of("witnessed", "yes")).expect(200);

            for (String kind : List.of("entry.contract", "entry.order", "archive.package")) {
                company.as("song").get("documents/" + id(of(kind, documents))).expect(404);
            }
            company.until("the contents have left", () -> List.of("entry.order", "archive.package").stream()
                    .noneMatch(kind -> Files.exists(content(archive, of(kind, documents)))));
            assertThat(content(archive, theirs)).exists();
            company.as("song").get("documents/" + id(theirs)).expect(200);
            assertThat(of("entry.order", keeping.documents(order)).path("digest")).isEqualTo(of("entry.order", documents).path("digest"));
        }
    }

    private static String filed(Company company) {
        Works works = new Works(company);
        String order = company.cleared(500_000);
        works.planned(order);
        works.paid(order, "150000.00").expect(200);
        works.released(order).expect(200);
        works.brought(order);
        works.signed(order).expect(200);
        works.invoiced(order);
        works.settled(order);
        works.filed(order).expect(200);
        return order;
    }

    private static JsonNode of(String kind, List<JsonNode> documents) {
        return documents.stream().filter(each -> each.path("kind").asText().equals(kind)).findFirst().orElseThrow();
    }

    private static String id(JsonNode document) {
        return document.path("id").asText();
    }

    private static Path content(Archive archive, JsonNode document) {
        String digest = document.path("digest").asText();
        return archive.data().resolve("documents").resolve(digest.substring(0, 2)).resolve(digest.substring(2, 4)).resolve(digest);
    }
}
