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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
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

    /** So long after it went a page is expected back: its bundle is being brought anew. */
    private static final long AWAY_NS = TimeUnit.SECONDS.toNanos(60);

    /** When a page was last seen here, by its path. */
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
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
            List<Page> here = office.pages();
            saw(here);
            Page page = here.stream()
                    .filter(each -> isBelow(each.path(), path))
                    .max(Comparator.comparingInt(each -> each.path().length()))
                    .orElseThrow(() -> nowhere(path));
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

    private void saw(List<Page> here) {
        long now = System.nanoTime();
        here.forEach(page -> seen.put(page.path(), now));
        seen.values().removeIf(last -> now - last > AWAY_NS);
    }

    private static boolean isBelow(String page, String path) {
        return path.equals(page) || path.startsWith(page + "/");
    }

    /** A page that was here just now, or is of a department that does not run, will come back; one that nobody ever had will not. */
    private Refused nowhere(String path) {
        String department = path.split("/", 2)[0];
        if (office.roster().members().stream()
                .anyMatch(member -> member.kind().equals("department") && member.name().equals(department) && !member.running())) {
            return Refused.because(Refused.Reason.UNAVAILABLE, Text.of("kernel.department-absent", Text.of("department." + department)));
        }
        return seen.keySet().stream().anyMatch(page -> isBelow(page, path))
                ? Refused.because(Refused.Reason.UNAVAILABLE, Text.of("rest.page-away", path))
                : Asked.notFound("rest.no-such-page", path);
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
