package dev.kontor.console.health;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** That nobody is served now: in plain words for people, for machines as the RFC 9457 problem that REST would answer. */
public final class Unavailable {

    private Unavailable() {}

    public static boolean asksMachine(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    /** @param seconds after which it is worth asking again */
    public static void answer(HttpServletRequest request, HttpServletResponse response, String words, int seconds) throws IOException {
        boolean machine = asksMachine(request);
        String body = machine
                ? "{\"type\":\"urn:kontor:problem:unavailable\",\"title\":\"unavailable\",\"status\":503,\"detail\":" + Json.quote(words) + "}"
                : words;
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", Integer.toString(seconds));
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(machine ? "application/problem+json" : "text/plain;charset=UTF-8");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
