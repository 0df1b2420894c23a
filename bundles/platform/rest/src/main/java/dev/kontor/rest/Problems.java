package dev.kontor.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.text.Text;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What went wrong, as an RFC 9457 problem in the caller's language. A refusal says what would help; a defect says a
 * reference number, under which the log has the whole story, and nothing of the inside.
 */
@Component(service = Problems.class)
public final class Problems {

    static final String TYPE = "application/problem+json";
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "5";

    private final Json json;
    private final Words words;

    @Activate
    public Problems(@Reference Json json, @Reference Words words) {
        this.json = json;
        this.words = words;
    }

    Response of(Throwable failure, Locale language) {
        if (failure instanceof Refused refused) {
            return refusal(refused, language);
        } else if (failure instanceof Declined declined) {
            return problem(
                    declined.status(), declined.name(), declined.words(), List.of(), declined.headers(), language);
        } else if (failure instanceof WebApplicationException http && http.getResponse().getStatus() < 500) {
            return outside(http.getResponse(), language);
        }
        String reference = reference();
        LOG.error("A request ended with the defect {}.", reference, failure);
        return problem(500, "defect", Text.of("rest.defect", reference), List.of(), Map.of(), language, reference);
    }

    static int status(Refused.Reason reason) {
        return switch (reason) {
            case INVALID, KEY_REUSED -> 422;
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case STALE, CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case UNAVAILABLE, STORAGE_FULL -> 503;
        };
    }

    private Response refusal(Refused refused, Locale language) {
        int status = status(refused.reason());
        Map<String, String> headers = status == 503 ? Map.of("Retry-After", RETRY_SECONDS) : Map.of();
        String name = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return problem(status, name, refused.words(), refused.gaps(), headers, language);
    }

    /** No such path, a method that is not there, a type that is not understood: found out before any resource. */
    private Response outside(Response response, Locale language) {
        int status = response.getStatus();
        String name =
                switch (status) {
                    case 404 -> "no-such-path";
                    case 405 -> "no-such-method";
                    case 406 -> "json-only-answered";
                    case 415 -> "json-only";
                    default -> "bad-request";
                };
        Map<String, String> headers =
                response.getHeaderString("Allow") == null ? Map.of() : Map.of("Allow", response.getHeaderString("Allow"));
        return problem(status, name, Text.of("rest." + name), List.of(), headers, language);
    }

    private Response problem(
            int status, String name, Text detail, List<Refused.Gap> gaps, Map<String, String> headers, Locale language) {
        return problem(status, name, detail, gaps, headers, language, reference());
    }

    private Response problem(
            int status,
            String name,
            Text detail,
            List<Refused.Gap> gaps,
            Map<String, String> headers,
            Locale language,
            String reference) {
        ObjectNode problem = Json.MAPPER.createObjectNode();
        problem.put("type", "urn:kontor:problem:" + name);
        problem.put("title", words.say(Text.of("rest.title." + status), language));
        problem.put("status", status);
        problem.put("detail", words.say(detail, language));
        if (!gaps.isEmpty()) {
            problem.set("gaps", json.node(gaps, language));
        }
        problem.put("reference", reference);
        Response.ResponseBuilder response =
                Door.headers(Response.status(status), language).type(TYPE).entity(json.bytes(problem, language));
        headers.forEach(response::header);
        return response.build();
    }

    private static String reference() {
        return HexFormat.of().withUpperCase().toHexDigits(ThreadLocalRandom.current().nextInt());
    }
}
