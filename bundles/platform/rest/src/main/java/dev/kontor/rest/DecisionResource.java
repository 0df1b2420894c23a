package dev.kontor.rest;

import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.rule.DecisionFilter;
import dev.kontor.api.rule.DecisionFilter.Kind;
import dev.kontor.api.rule.DecisionRecord;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Decisions over all orders that the caller may see; narrowed in the words of the console's list. */
@Component(service = DecisionResource.class)
@JakartarsResource
@Path("v1/decisions")
public class DecisionResource {

    private static final int PAGE = 50;

    private final Door door;
    private final Office office;

    @Activate
    public DecisionResource(@Reference Door door, @Reference Office office) {
        this.door = door;
        this.office = office;
    }

    @GET
    public Response list(
            @Context HttpServletRequest request,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") String limit) {
        return door.open(request, caller -> {
            DecisionFilter filter = filter(request);
            int size = Asked.limit(limit, PAGE);
            return office.read(() -> office.decisions().list(filter, after, size, caller.person()));
        });
    }

    private static DecisionFilter filter(HttpServletRequest request) {
        return DecisionFilter.ALL
                .about(Asked.optional("order", request.getParameter("order"), OrderNumber::new))
                .by(written(request, "set"), written(request, "version"), written(request, "rule"))
                .concluding(Asked.optional(
                        "kind", request.getParameter("kind"), word -> Kind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'))))
                .taken(day(request, "from"), day(request, "until"));
    }

    private static String written(HttpServletRequest request, String name) {
        return Objects.toString(request.getParameter(name), "").strip();
    }

    private static Optional<LocalDate> day(HttpServletRequest request, String name) {
        return Asked.optional(name, request.getParameter(name), written -> {
            try {
                return LocalDate.parse(written);
            } catch (DateTimeException noDay) {
                throw new IllegalArgumentException(noDay);
            }
        });
    }

    @GET
    @Path("{id}")
    public Response decision(@Context HttpServletRequest request, @PathParam("id") String id) {
        return door.open(request, caller -> office.read(() -> found(id, caller)));
    }

    @GET
    @Path("{id}/near-misses")
    public Response nearMisses(@Context HttpServletRequest request, @PathParam("id") String id) {
        return door.open(request, caller -> office.reconsiderations().nearMisses(id, caller.person()));
    }

    /** What can be changed. */
    @GET
    @Path("{id}/what-if")
    public Response sheet(@Context HttpServletRequest request, @PathParam("id") String id) {
        return door.open(request, caller -> office.reconsiderations().sheet(id, caller.person()));
    }

    /** What would be decided, with the values of the address. */
    @GET
    @Path("{id}/what-if/outcome")
    public Response whatIf(@Context HttpServletRequest request, @PathParam("id") String id) {
        return door.open(request, caller -> {
            Map<String, Object> typed = new HashMap<>();
            request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
            typed.putIfAbsent("versions", "cited");
            return office.reconsiderations().whatIf(id, new Values(typed), caller.person());
        });
    }

    private DecisionRecord found(String id, Caller caller) {
        return office.decisions().decision(id, caller.person()).orElseThrow(() -> Asked.notFound("rest.no-such-decision", id));
    }
}
