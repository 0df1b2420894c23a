package dev.kontor.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.journal.Anchors;
import dev.kontor.api.journal.Journals.Wanted;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The company's journal, whether all journals are whole, and what anchors are held against. */
@Component(service = JournalResource.class)
@JakartarsResource
@Path("v1/journal")
public class JournalResource {

    private static final int PAGE = 50;
    private static final int MOST_PLACES = 1000;

    /** @param number of the anchor that was written; 0 when no journal had grown */
    record Anchored(long number) {}

    private final Door door;
    private final Office office;

    @Activate
    public JournalResource(@Reference Door door, @Reference Office office) {
        this.door = door;
        this.office = office;
    }

    @GET
    public Response company(
            @Context HttpServletRequest request,
            @QueryParam("before") String before,
            @QueryParam("limit") String limit,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("by") String by,
            @QueryParam("day") String day) {
        return door.open(request, caller -> office.read(() -> {
            int size = Asked.limit(limit, PAGE);
            long until = Asked.optional("before", before, Long::valueOf).orElse(Long.MAX_VALUE);
            return OrderResource.page(office.journals().company(wanted(kind, by, day), until, size, caller.person()), size);
        }));
    }

    private static Wanted wanted(String kind, String by, String day) {
        return new Wanted(kind, Asked.optional("by", by, PersonId::new), Asked.optional("day", day, JournalResource::day));
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException noDay) {
            throw new IllegalArgumentException(noDay);
        }
    }

    /** Reads every journal and recomputes its chain. */
    @GET
    @Path("verification")
    public Response verification(@Context HttpServletRequest request) {
        return door.open(request, caller -> {
            mayProve(caller);
            return office.read(() -> office.journals().verify());
        });
    }

    /** Anchors that were written. */
    @GET
    @Path("anchors")
    public Response anchors(@Context HttpServletRequest request) {
        return door.open(request, caller -> {
            mayProve(caller);
            return office.anchors().kept();
        });
    }

    /** Anchors the journals now. */
    @POST
    @Path("anchors")
    public Response anchor(@Context HttpServletRequest request) {
        return door.open(request, caller -> {
            caller.must(Role.SYSTEM_ADMINISTRATOR);
            return new Anchored(office.anchors().anchor().map(Anchors.Kept::number).orElse(0L));
        });
    }

    /** The hashes of the entries that are asked for, in that order. They tell nothing of what stands there. */
    @POST
    @Path("hashes")
    public Response hashes(@Context HttpServletRequest request) {
        return door.open(request, caller -> {
            mayProve(caller);
            List<Anchors.Place> places = new ArrayList<>();
            for (JsonNode place : Body.read(request, Set.of("places")).path("places")) {
                places.add(new Anchors.Place(Body.text(place, "journal"), place.path("sequence").asLong()));
            }
            if (places.size() > MOST_PLACES) {
                throw Refused.at("places", Text.of("rest.too-many-places", MOST_PLACES));
            }
            return office.anchors().hashes(places);
        });
    }

    private static void mayProve(Caller caller) {
        caller.must(Role.AUDITOR, Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);
    }
}
