package dev.kontor.rest;

import dev.kontor.api.rule.Replays;
import dev.kontor.api.rule.Replays.Changed;
import dev.kontor.api.rule.Replays.Replay;
import dev.kontor.api.rule.Replays.Sort;
import dev.kontor.api.rule.Replays.Total;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Versions tried on decisions of the past. They are begun, paused and resumed by commands, {@code rules/replay} for one. */
@Component(service = ReplayResource.class)
@JakartarsResource
@Path("v1/replays")
public class ReplayResource {

    private static final int LINES = 50;

    /** A replay and what it comes to. */
    record Report(Replay replay, List<Total> byRule, List<Total> byCustomer) {}

    /**
     * A part of the decisions that would change.
     *
     * @param next what {@code from} is for the following part; -1 on the last
     */
    record Part(List<Changed> changes, int next) {}

    private final Door door;
    private final Office office;

    @Activate
    public ReplayResource(@Reference Door door, @Reference Office office) {
        this.door = door;
        this.office = office;
    }

    /** Newest first. */
    @GET
    @Path("of/{department}/{set}")
    public Response of(
            @Context HttpServletRequest request, @PathParam("department") String department, @PathParam("set") String set) {
        return door.open(request, caller -> office.read(() -> office.replays().of(department + "/" + set, caller.person())));
    }

    /** Newest first. */
    @GET
    @Path("proofs")
    public Response proofs(@Context HttpServletRequest request) {
        return door.open(request, caller -> office.read(() -> office.replays().proofs(caller.person())));
    }

    @GET
    @Path("{id}")
    public Response report(@Context HttpServletRequest request, @PathParam("id") String id) {
        return door.open(request, caller -> office.read(() -> {
            Replays replays = office.replays();
            Replay replay = found(replays, id, caller);
            return new Report(replay, replays.byRule(id, caller.person()), replays.byCustomer(id, caller.person()));
        }));
    }

    @GET
    @Path("{id}/changes")
    public Response changes(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @QueryParam("sort") String sort,
            @QueryParam("from") String from,
            @QueryParam("limit") String limit) {
        return door.open(request, caller -> office.read(() -> {
            found(office.replays(), id, caller);
            Sort by = Asked.optional("sort", sort, words -> Sort.valueOf(words.toUpperCase(Locale.ROOT))).orElse(Sort.TIME);
            int first = Asked.optional("from", from, Integer::parseUnsignedInt).orElse(0);
            int most = Asked.limit(limit, LINES);
            List<Changed> changes = office.replays().changed(id, by, first, most, caller.person());
            return new Part(changes, changes.size() < most ? -1 : first + most);
        }));
    }

    private static Replay found(Replays replays, String id, Caller caller) {
        return replays.replay(id, caller.person()).orElseThrow(() -> Asked.notFound("kernel.replay.none", id));
    }
}
