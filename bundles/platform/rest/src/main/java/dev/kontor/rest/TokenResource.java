package dev.kontor.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Tokens for machines, given for a name and a password. */
@Component(service = TokenResource.class)
@JakartarsResource
@Path("v1/tokens")
public class TokenResource {

    /** @param token shown this once; kept by the platform as a digest only */
    record Issued(String token) {}

    private final Door door;
    private final Office office;

    @Activate
    public TokenResource(@Reference Door door, @Reference Office office) {
        this.door = door;
        this.office = office;
    }

    @POST
    public Response issue(@Context HttpServletRequest request) {
        return door.anybody(request, language -> {
            office.mustBeReady();
            JsonNode body = Body.read(request, Set.of("name", "password", "days"));
            Accounts.Session session = signIn(
                    office.accounts().signIn(Body.text(body, "name"), Body.text(body, "password"), door.address(request)));
            try {
                return new Issued(issue(session, Body.text(body, "days")).id());
            } finally {
                office.accounts().signOut(session.token());
            }
        });
    }

    private Answer issue(Accounts.Session session, String days) {
        if (session.oneTime()) {
            throw Declined.of(403, "password-first");
        }
        Map<String, Object> typed = new HashMap<>(office.desk()
                .offer("accounts/issue-token", Optional.empty(), Optional.empty(), session.person())
                .initial()
                .all());
        if (!days.isEmpty()) {
            typed.put("days", days);
        }
        return office.desk()
                .submit(new Request(
                        session.person(),
                        "accounts/issue-token",
                        Optional.empty(),
                        Optional.empty(),
                        -1,
                        new Values(typed),
                        UUID.randomUUID().toString()));
    }

    private static Accounts.Session signIn(Accounts.SignIn outcome) {
        if (outcome instanceof Accounts.SignIn.Welcome welcome) {
            return welcome.session();
        } else if (outcome instanceof Accounts.SignIn.Throttled throttled) {
            long seconds = Math.max(1, throttled.pause().toSeconds());
            throw Declined.of(429, "sign-in-later", seconds).with("Retry-After", Long.toString(seconds));
        }
        throw Declined.of(401, "sign-in-refused").with("WWW-Authenticate", "Bearer realm=\"kontor\"");
    }
}
