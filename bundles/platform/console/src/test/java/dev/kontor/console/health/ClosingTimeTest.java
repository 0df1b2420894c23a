package dev.kontor.console.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import dev.kontor.console.FakeContext;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("When the platform stops")
final class ClosingTimeTest {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final Server server = new Server();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private ClosingTime closing;

    /** Says the key, in quotation marks. */
    private static final class Keys implements Texts {

        @Override
        public String say(Text text, Locale language) {
            return "\"" + text.key() + "\"";
        }

        @Override
        public Optional<String> find(String key, Locale language) {
            return Optional.empty();
        }
    }

    /** Works until it may end when it is asked to. */
    private final class Slow extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().equals("/slow")) {
                arrived.countDown();
                await(mayEnd);
            }
            response.getOutputStream().print("done");
        }
    }

    @BeforeEach
    void open() throws Exception {
        closing = new ClosingTime(new FakeContext().context(), new Keys());
        ServerConnector connector = new ServerConnector(server);
        server.addConnector(connector);
        ServletContextHandler handler = new ServletContextHandler("/");
        handler.addFilter(new FilterHolder(closing), "/*", EnumSet.of(DispatcherType.REQUEST));
        handler.addServlet(new ServletHolder(new Slow()), "/*");
        server.setHandler(handler);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        mayEnd.countDown();
        server.stop();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + path)).build();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path), BodyHandlers.ofString());
    }

    /** A stop that waits for the request that is under way. */
    private CompletableFuture<Void> begun() {
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(closing::close);
        while (closing.missing().isEmpty()) {
            Thread.onSpinWait();
        }
        return stopping;
    }

    @Test
    void aRequestUnderWayIsFinishedBeforeAnythingElseEnds() throws Exception {
        var underWay = http.sendAsync(request("/slow"), BodyHandlers.ofString());
        await(arrived);

        CompletableFuture<Void> stopping = begun();

        assertThat(stopping).isNotDone();
        mayEnd.countDown();
        assertThat(underWay.get(60, TimeUnit.SECONDS).body()).isEqualTo("done");
        stopping.get(60, TimeUnit.SECONDS);
    }

    @Test
    void newOnesAreToldToComeAgainAndTheWatcherIsToldUntilTheEnd() throws Exception {
        assertThat(closing.missing()).isEmpty();
        closing.close();

        assertThat(closing.missing()).contains(Text.of("console.closing"));
        HttpResponse<String> page = get("/worklist");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Connection")).contains("close");
        assertThat(page.headers().firstValue("Retry-After")).contains("10");
        HttpResponse<String> machine = get("/api/v1/orders");
        assertThat(machine.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(machine.body()).contains("\"status\":503", "\"detail\":\"\\\"console.closing\\\"\"");
        assertThat(get("/health/ready").body()).isEqualTo("done");
    }
}
