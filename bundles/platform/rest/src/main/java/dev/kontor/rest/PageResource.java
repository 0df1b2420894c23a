package dev.kontor.rest;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The pages of the console, as data: what a person sees there a machine reads here. */
@Component(service = PageResource.class)
@JakartarsResource
@Path("v1/pages")
public class PageResource {

    /** A page that the caller may open. */
    record Known(String path, Text title) {}

    private final Door door;
    private final Office office;

    @Activate
    public PageResource(@Reference Door door, @Reference Office office) {
        this.door = door;
        this.office = office;
    }

    @GET
    public Response list(@Context HttpServletRequest request) {
        return door.open(request, caller -> office.pages().stream()
                .filter(page -> mayOpen(page, caller))
                .map(page -> new Known(page.path(), page.title()))
                .sorted(Comparator.comparing(Known::path))
                .toList());
    }

    @GET
    @Path("{path: .+}")
    public Response show(@Context HttpServletRequest request, @PathParam("path") String path) {
        return door.open(request, caller -> {
            Page page = office.pages().stream()
                    .filter(each -> path.equals(each.path()) || path.startsWith(each.path() + "/"))
                    .max(Comparator.comparingInt(each -> each.path().length()))
                    .orElseThrow(() -> Asked.notFound("rest.no-such-page", path));
            if (!mayOpen(page, caller)) {
                throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("rest.page-not-yours", page.title()));
            }
            List<String> tail = Arrays.stream(path.substring(page.path().length()).split("/"))
                    .filter(part -> !part.isEmpty())
                    .toList();
            Query query = new Query(caller.person(), tail, parameters(request));
            return office.wall().reading(page, () -> office.read(() -> page.show(query)));
        });
    }

    private static boolean mayOpen(Page page, Caller caller) {
        return page.roles().isEmpty() || caller.person().holdsAny(page.roles());
    }

    private static Map<String, String> parameters(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(each -> each.getValue().length > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()[0]));
    }
}
