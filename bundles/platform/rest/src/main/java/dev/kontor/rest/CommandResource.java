package dev.kontor.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Everything that can be done: the commands of all departments, asked for and handed in at the desk. */
@Component(service = CommandResource.class)
@JakartarsResource
@Path("v1/commands")
public class CommandResource {

    private static final Set<String> NAMES = Set.of("order", "task", "subject", "version", "values");
    private static final int LONGEST_KEY = 100;

    private final Door door;
    private final Office office;
    private final Json json;

    @Activate
    public CommandResource(@Reference Door door, @Reference Office office, @Reference Json json) {
        this.door = door;
        this.office = office;
        this.json = json;
    }

    @GET
    public Response list(@Context HttpServletRequest request) {
        return door.open(request, caller -> office.desk().commands());
    }

    /** The form as data, what stands in it, the version to send back, and the JSON schema of its values. */
    @GET
    @Path("{department}/{verb}")
    public Response form(
            @Context HttpServletRequest request,
            @PathParam("department") String department,
            @PathParam("verb") String verb,
            @QueryParam("order") String order,
            @QueryParam("task") String task,
            @QueryParam("subject") @DefaultValue("") String subject) {
        return door.open(request, caller -> {
            Desk desk = office.desk();
            String command = department + "/" + verb;
            Desk.Offer offer = subject.isBlank()
                    ? desk.offer(command, Asked.optionalOrder(order), Asked.optionalTask(task), caller.person())
                    : desk.offer(command, subject, caller.person());
            ObjectNode answer = (ObjectNode) json.node(offer, caller.language());
            answer.set("schema", json.node(new FormSchema(json, caller.language(), true).of(offer.form()), caller.language()));
            return answer;
        });
    }

    @POST
    @Path("{department}/{verb}")
    public Response submit(
            @Context HttpServletRequest request,
            @PathParam("department") String department,
            @PathParam("verb") String verb) {
        return door.open(request, caller -> {
            String key = key(request);
            JsonNode body = Body.read(request, NAMES);
            return office.desk()
                    .submit(new Request(
                            caller.person(),
                            department + "/" + verb,
                            Asked.optionalOrder(Body.text(body, "order")),
                            Asked.optionalTask(Body.text(body, "task")),
                            Asked.optional("version", Body.text(body, "version"), Long::valueOf)
                                    .orElse(-1L),
                            Body.values(body.path("values"), "values", Body.text(body, "subject")),
                            key));
        });
    }

    /** The same key gives the same answer and one effect, so that a request whose answer was lost can be sent again. */
    private static String key(HttpServletRequest request) {
        String key = Optional.ofNullable(request.getHeader("Idempotency-Key")).orElse("").strip();
        if (key.isEmpty()) {
            throw Declined.of(400, "key-missing");
        }
        if (key.length() > LONGEST_KEY || !key.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            throw Refused.at("Idempotency-Key", Text.of("rest.key-form", LONGEST_KEY));
        }
        return key;
    }
}
