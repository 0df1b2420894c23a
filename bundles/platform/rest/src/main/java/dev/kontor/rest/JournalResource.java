package dev.kontor.rest;

import dev.kontor.api.people.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The company's journal, and whether all journals are whole. */
@Component(service = JournalResource.class)
@JakartarsResource
@Path("v1/journal")
public class JournalResource {

    private static final int PAGE = 50;

    private final Door door;
    private final Office office;

    @Activate
    public JournalResource(@Reference Door door, @Reference Office office) {
        this.door = door;
        this.office = office;
    }

    @GET
    public Response company(
            @Context HttpServletRequest request, @QueryParam("before") String before, @QueryParam("limit") String limit) {
        return door.open(request, caller -> office.read(() -> {
            int size = Asked.limit(limit, PAGE);
            long until = Asked.optional("before", before, Long::valueOf).orElse(Long.MAX_VALUE);
            return OrderResource.page(office.journals().company(until, size, caller.person()), size);
        }));
    }

    /** Reads every journal and recomputes its chain. */
    @GET
    @Path("verification")
    public Response verification(@Context HttpServletRequest request) {
        return door.open(request, caller -> {
            caller.must(Role.AUDITOR, Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);
            return office.read(() -> office.journals().verify());
        });
    }
}
