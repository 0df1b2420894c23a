package dev.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.journal.Anchors;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What proves the journals, over REST")
class AnchorResourceTest {

    private static final Anchors.Kept KEPT = new Anchors.Kept(7, Instant.parse("2026-03-02T01:00:00Z"), "d1");

    private RestServer rest;
    private boolean grown = true;

    private final class Company implements Anchors {

        @Override
        public Optional<Kept> anchor() {
            return grown ? Optional.of(KEPT) : Optional.empty();
        }

        @Override
        public List<Kept> kept() {
            return List.of(KEPT);
        }

        @Override
        public List<String> hashes(List<Place> places) {
            return places.stream().map(place -> place.sequence() > 3 ? "" : place.journal() + place.sequence()).toList();
        }
    }

    @BeforeEach
    void start() throws Exception {
        rest = new RestServer();
        rest.office.anchors = new Company();
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    private HttpResponse<String> asOperator(String path, String method, String body) throws Exception {
        HttpRequest.Builder request = rest.to("v1/journal/" + path).header("Authorization", "Bearer operator");
        return rest.send(body.isEmpty()
                ? request.method(method, BodyPublishers.noBody())
                : request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    @Test
    void anAnchorIsWrittenOnRequestAndNoneWhenNothingGrew() throws Exception {
        assertThat(asOperator("anchors", "POST", "{}").body()).isEqualTo("{\"number\":7}");
        grown = false;
        assertThat(asOperator("anchors", "POST", "{}").body()).isEqualTo("{\"number\":0}");
        assertThat(asOperator("anchors", "GET", "").body()).contains("\"number\":7", "\"digest\":\"d1\"", "2026-03-02T01:00:00Z");
    }

    @Test
    void hashesComeInTheOrderAskedAndAreEmptyWhereThereIsNoEntry() throws Exception {
        String places = "{\"places\":[{\"journal\":\"company\",\"sequence\":3},{\"journal\":\"company\",\"sequence\":4}]}";

        assertThat(asOperator("hashes", "POST", places).body()).isEqualTo("[\"company3\",\"\"]");
    }

    @Test
    void thousandPlacesAreAskedForAtMost() throws Exception {
        String place = "{\"journal\":\"company\",\"sequence\":1}";

        assertThat(asOperator("hashes", "POST", "{\"places\":[" + (place + ",").repeat(999) + place + "]}").statusCode()).isEqualTo(200);
        assertThat(asOperator("hashes", "POST", "{\"places\":[" + (place + ",").repeat(1000) + place + "]}").statusCode()).isEqualTo(422);
    }

    @Test
    void noneOfItIsForBusiness() throws Exception {
        assertThat(rest.send(rest.asLina("journal/anchors")).statusCode()).isEqualTo(403);
        assertThat(rest.send(rest.asLina("journal/anchors").POST(BodyPublishers.ofString("{}"))).statusCode()).isEqualTo(403);
        assertThat(rest.send(rest.asLina("journal/hashes").header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"places\":[]}"))).statusCode())
                .isEqualTo(403);
    }
}
