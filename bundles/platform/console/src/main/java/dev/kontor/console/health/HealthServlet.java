package dev.kontor.console.health;

import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /health/live} and {@code /health/ready}, for whoever watches the process. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/health/*")
public final class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Readiness readiness;
    private final transient Texts texts;

    @Activate
    public HealthServlet(@Reference Readiness readiness, @Reference Texts texts) {
        this.readiness = readiness;
        this.texts = texts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (Objects.toString(request.getPathInfo(), "")) {
            case "/live" -> send(response, 200, "{\"status\":\"live\"}");
            case "/ready" -> ready(response);
            default -> send(response, 404, "{\"status\":\"unknown\"}");
        }
    }

    private void ready(HttpServletResponse response) throws IOException {
        Map<String, Text> missing = readiness.missing();
        if (!missing.isEmpty()) {
            response.setHeader("Retry-After", "2");
        }
        send(response, missing.isEmpty() ? 200 : 503, "{\"status\":\"%s\",\"missing\":{%s},\"warnings\":{%s}}".formatted(
                missing.isEmpty() ? "ready" : "not ready", json(missing), json(readiness.warnings())));
    }

    private String json(Map<String, Text> checks) {
        return checks.entrySet().stream()
                .map(check -> Json.quote(check.getKey()) + ":" + Json.quote(texts.say(check.getValue(), Locale.ENGLISH)))
                .collect(Collectors.joining(","));
    }

    private static void send(HttpServletResponse response, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
