package dev.kontor.rest;

import dev.kontor.api.task.Worklist;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The caller's open work, the most urgent first. */
@Component(service = TaskResource.class)
@JakartarsResource
@Path("v1/tasks")
public class TaskResource {

    private static final int PAGE = 50;

    /** @param next {@code after} of the following page; empty on the last */
    record Tasks(Worklist.Count count, List<Worklist.Item> items, String next) {}

    private final Door door;
    private final Office office;

    @Activate
    public TaskResource(@Reference Door door, @Reference Office office) {
        this.door = door;
        this.office = office;
    }

    @GET
    public Response mine(
            @Context HttpServletRequest request,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") String limit) {
        return door.open(request, caller -> office.read(() -> {
            Worklist.Slice slice =
                    office.worklist().list(new Narrowed(request).tasks(), caller.person(), after, Asked.limit(limit, PAGE));
            return new Tasks(office.worklist().count(caller.person()), slice.items(), slice.next());
        }));
    }

    @GET
    @Path("{id}")
    public Response task(@Context HttpServletRequest request, @PathParam("id") String id) {
        return door.open(request, caller -> office.read(() -> Asked.optionalTask(id)
                .flatMap(task -> office.worklist().task(task, caller.person()))
                .orElseThrow(() -> Asked.notFound("rest.no-such-task", id))));
    }
}
