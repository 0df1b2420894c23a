package dev.kontor.rest;

import dev.kontor.api.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Where every request comes in: says who calls and in which language, and turns what the work came to, or why it did
 * not, into an answer. Each resource asks here itself, so none can be reached around it.
 */
@Component(service = Door.class)
public final class Door {

    private static final String SCHEME = "Bearer ";
    private static final List<String> SECRET_NAMES = List.of("access_token", "token", "bearer", "authorization");

    /** What a resource does for a caller: gives a {@link Response}, or a value that becomes JSON. */
    @FunctionalInterface
    interface Work {
        Object of(Caller caller) throws IOException;
    }

    /** What a resource does for anybody. */
    @FunctionalInterface
    interface OpenWork {
        Object of(Locale language) throws IOException;
    }

    @FunctionalInterface
    private interface Reply {
        Object get() throws IOException;
    }

    private final Office office;
    private final Json json;
    private final Problems problems;

    @Activate
    public Door(@Reference Office office, @Reference Json json, @Reference Problems problems) {
        this.office = office;
        this.json = json;
        this.problems = problems;
    }

    /** For a caller with a token. */
    Response open(HttpServletRequest request, Work work) {
        return anybody(request, asked -> {
            office.mustBeReady();
            Person person = bearer(request);
            Caller caller = new Caller(person, Language.asked(request).orElse(Language.of(person.language())));
            return answered(caller.language(), () -> work.of(caller));
        });
    }

    /** For anybody. */
    Response anybody(HttpServletRequest request, OpenWork work) {
        Locale language = Language.asked(request).orElse(Locale.ENGLISH);
        return answered(language, () -> {
            mustHaveNoSecretInAddress(request);
            return work.of(language);
        });
    }

    private Response answered(Locale language, Reply reply) {
        try {
            return answer(reply.get(), language);
        } catch (IOException | RuntimeException | LinkageError failure) { // the wall: whatever it was becomes a problem
            return problems.of(failure, language);
        }
    }

    /** The person if there is a token; a wrong token is declined as ever. */
    Optional<Person> maybe(HttpServletRequest request) {
        return request.getHeader("Authorization") == null ? Optional.empty() : Optional.of(bearer(request));
    }

    /** Whose request it is, for the throttle: the proxy's word counts only when there is one. */
    String address(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        if (!office.behindProxy() || forwarded == null) {
            return request.getRemoteAddr();
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    static Response.ResponseBuilder headers(Response.ResponseBuilder response, Locale language) {
        return response.header("Content-Language", language.toLanguageTag())
                .header("Vary", "Accept-Language, Authorization")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
    }

    private Response answer(Object result, Locale language) {
        if (result instanceof Response ready) {
            return ready;
        }
        return headers(Response.ok(), language)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(json.bytes(result, language))
                .build();
    }

    private Person bearer(HttpServletRequest request) {
        String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Declined.of(401, "token-missing").with("WWW-Authenticate", "Bearer realm=\"kontor\"");
        }
        return office.accounts()
                .bearer(header.substring(SCHEME.length()).strip())
                .orElseThrow(() -> Declined.of(401, "token-unknown")
                        .with("WWW-Authenticate", "Bearer realm=\"kontor\", error=\"invalid_token\""));
    }

    /** Addresses stand in logs and histories; a token in one is known to others and is not accepted. */
    private static void mustHaveNoSecretInAddress(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        boolean secret = Arrays.stream(query.split("&"))
                .map(part -> part.split("=")[0].toLowerCase(Locale.ROOT))
                .anyMatch(SECRET_NAMES::contains);
        if (secret) {
            throw Declined.of(400, "token-in-address");
        }
    }
}
