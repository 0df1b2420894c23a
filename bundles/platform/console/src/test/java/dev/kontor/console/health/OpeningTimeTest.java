package dev.kontor.console.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("While the platform starts, before REST is there")
final class OpeningTimeTest {

    private final Server server = new Server();
    private final HttpClient http = HttpClient.newHttpClient();

    /** Says the key. */
    private static final class Keys implements Texts {

        @Override
        public String say(Text text, Locale language) {
            return text.key();
        }

        @Override
        public Optional<String> find(String key, Locale language) {
            return Optional.empty();
        }
    }

    /** REST when it is there says itself what it does not know; an empty servlet says no word. */
    private static final class Rest extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().startsWith("/api/v1/")) {
                response.setStatus(404);
                response.setContentType("application/problem+json");
            } else {
                response.sendError(404);
            }
        }
    }

    @BeforeEach
    void open() throws Exception {
        server.addConnector(new ServerConnector(server));
        ServletContextHandler handler = new ServletContextHandler("/");
        handler.addFilter(new FilterHolder(new OpeningTime(new Keys())), "/*", EnumSet.of(DispatcherType.REQUEST));
        handler.addServlet(new ServletHolder(new Rest()), "/*");
        server.setHandler(handler);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private HttpResponse<String> get(String path) throws Exception {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), BodyHandlers.ofString());
    }

    @Test
    void machinesAreToldToComeAgain() throws Exception {
        HttpResponse<String> told = get("/api/empty");

        assertThat(told.statusCode()).isEqualTo(503);
        assertThat(told.headers().firstValue("Retry-After")).contains("2");
        assertThat(told.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(told.body()).contains("\"urn:kontor:problem:unavailable\"", "\"status\":503", "\"detail\":\"console.rest-absent\"");
    }

    @Test
    void whatRestDoesNotKnowStaysUnknown() throws Exception {
        assertThat(get("/api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/nothing").statusCode()).as("pages are the console's").isEqualTo(404);
    }
}
