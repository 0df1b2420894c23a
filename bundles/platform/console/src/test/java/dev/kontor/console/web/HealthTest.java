package dev.kontor.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.text.Text;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a watcher of the process is told")
final class HealthTest {

    private final Check check = new Check();
    private TestConsole console;

    private static final class Check implements ReadyCheck {

        private volatile Optional<Text> missing = Optional.empty();
        private volatile Optional<Text> warning = Optional.empty();

        @Override
        public String name() {
            return "rules";
        }

        @Override
        public Optional<Text> missing() {
            return missing;
        }

        @Override
        public Optional<Text> warning() {
            return warning;
        }
    }

    @BeforeEach
    void open() throws Exception {
        console = new TestConsole(0, Map.of("kontor.ready", "rules"), check);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(console.address() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void itIsReadyWhenNothingIsMissing() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).isEqualTo("{\"status\":\"ready\",\"missing\":{},\"warnings\":{}}");
        assertThat(ready.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void whileSomethingIsMissingItLivesAndHealthAndPagesSayWhenToComeAgain() throws Exception {
        check.missing = Optional.of(Text.plain("\"half\" compiled"));

        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.headers().firstValue("Retry-After")).contains("2");
        assertThat(ready.body()).contains("\"rules\":\"\\\"half\\\" compiled\"");
        HttpResponse<String> page = get("/worklist");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).contains("2");
        assertThat(page.body()).contains("compiled");
        HttpResponse<String> machine = get("/api/v1/orders");
        assertThat(machine.statusCode()).isEqualTo(503);
        assertThat(machine.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aWarningDoesNotMakeItUnready() throws Exception {
        check.warning = Optional.of(Text.plain("ends soon"));

        HttpResponse<String> ready = get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("\"warnings\":{\"rules\":\"ends soon\"}");
    }
}
