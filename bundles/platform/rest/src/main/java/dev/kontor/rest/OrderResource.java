package dev.kontor.rest;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.people.Person;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Orders, for reading. */
@Component(service = OrderResource.class)
@JakartarsResource
@Path("v1/orders")
public class OrderResource {

    private static final int PAGE = 50;

    /** @param next {@code before} of the following page; 0 on the last */
    record Entries(List<Entry> entries, long next) {}

    /** @param difference empty when the decision comes out the same today */
    record Verification(boolean same, Text difference) {}

    private final Door door;
    private final Office office;
    private final Json json;

    @Activate
    public OrderResource(@Reference Door door, @Reference Office office, @Reference Json json) {
        this.door = door;
        this.office = office;
        this.json = json;
    }

    @GET
    public Response list(
            @Context HttpServletRequest request,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") String limit) {
        return door.open(request, caller -> {
            Narrowed asked = new Narrowed(request);
            int size = Asked.limit(limit, PAGE);
            return office.read(() -> office.orders().list(asked.orders(), asked.sort(), after, size, caller.person()));
        });
    }

    @GET
    @Path("{number}")
    public Response summary(@Context HttpServletRequest request, @PathParam("number") String number) {
        return door.open(request, caller -> {
            OrderSummary summary = office.read(() -> visible(number, caller.person()));
            String tag = "\"" + summary.version() + "-" + caller.language().getLanguage() + "\"";
            boolean known = tag.equals(request.getHeader("If-None-Match"));
            Response.ResponseBuilder answer = Door.headers(known ? Response.notModified() : Response.ok(), caller.language())
                    .header("ETag", tag);
            return known
                    ? answer.build()
                    : answer.type(MediaType.APPLICATION_JSON_TYPE)
                            .entity(json.bytes(summary, caller.language()))
                            .build();
        });
    }

    @GET
    @Path("{number}/order")
    public Response order(
            @Context HttpServletRequest request, @PathParam("number") String number, @QueryParam("revision") String revision) {
        return about(request, number, (order, reader) -> Asked.optional("revision", revision, Integer::valueOf)
                .map(wanted -> office.orders().order(order, wanted, reader))
                .orElseGet(() -> office.orders().order(order, reader))
                .orElseThrow(() -> Asked.notFound("rest.not-submitted", number)));
    }

    @GET
    @Path("{number}/milestones")
    public Response milestones(@Context HttpServletRequest request, @PathParam("number") String number) {
        return about(request, number, (order, reader) -> office.orders().milestones(order, reader));
    }

    @GET
    @Path("{number}/waiting")
    public Response waiting(@Context HttpServletRequest request, @PathParam("number") String number) {
        return about(request, number, (order, reader) -> office.orders().waiting(order, reader));
    }

    @GET
    @Path("{number}/journal")
    public Response journal(
            @Context HttpServletRequest request,
            @PathParam("number") String number,
            @QueryParam("before") String before,
            @QueryParam("limit") String limit) {
        return about(request, number, (order, reader) -> {
            int size = Asked.limit(limit, PAGE);
            long until = Asked.optional("before", before, Long::valueOf).orElse(Long.MAX_VALUE);
            return page(office.journals().of(order, until, size, reader), size);
        });
    }

    static Entries page(List<Entry> entries, int size) {
        return new Entries(entries, entries.size() < size ? 0 : entries.get(entries.size() - 1).sequence());
    }

    @GET
    @Path("{number}/decisions")
    public Response decisions(@Context HttpServletRequest request, @PathParam("number") String number) {
        return about(request, number, (order, reader) -> office.decisions().of(order, reader));
    }

    @GET
    @Path("{number}/decisions/{id}/verification")
    public Response verify(
            @Context HttpServletRequest request, @PathParam("number") String number, @PathParam("id") String id) {
        return about(request, number, (order, reader) -> {
            DecisionRecord decision = office.decisions()
                    .decision(id, reader)
                    .filter(found -> found.order().equals(order.value()))
                    .orElseThrow(() -> Asked.notFound("rest.no-such-decision", id));
            Optional<Text> difference = office.decisions().verify(decision.id());
            return new Verification(difference.isEmpty(), difference.orElse(Text.plain("")));
        });
    }

    @GET
    @Path("{number}/documents")
    public Response documents(@Context HttpServletRequest request, @PathParam("number") String number) {
        return about(request, number, (order, reader) -> office.documents().of(order, reader));
    }

    @GET
    @Path("{number}/offers")
    public Response offers(@Context HttpServletRequest request, @PathParam("number") String number) {
        return about(request, number, (order, reader) -> office.desk().offers(order, reader));
    }

    private Response about(HttpServletRequest request, String number, BiFunction<OrderNumber, Person, Object> reading) {
        return door.open(request, caller -> office.read(() -> {
            OrderSummary summary = visible(number, caller.person());
            return reading.apply(summary.number(), caller.person());
        }));
    }

    /** @throws Refused {@code NOT_FOUND}, the same whether it does not exist or may not be seen */
    private OrderSummary visible(String number, Person reader) {
        return office.orders()
                .summary(Asked.order(number), reader)
                .orElseThrow(() -> Asked.notFound("rest.no-such-order", number));
    }
}
