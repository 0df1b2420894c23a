package dev.kontor.rest;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The description of the interface, for machines. What nobody is told without a token are the options of choices. */
@Component(service = DescriptionResource.class)
@JakartarsResource
@Path("v1/openapi.json")
public class DescriptionResource {

    private final Door door;
    private final Office office;
    private final Json json;

    @Activate
    public DescriptionResource(@Reference Door door, @Reference Office office, @Reference Json json) {
        this.door = door;
        this.office = office;
        this.json = json;
    }

    @GET
    public Response document(@Context HttpServletRequest request, @QueryParam("order") String order) {
        return door.anybody(request, language -> {
            Optional<Person> person = door.maybe(request);
            Optional<OrderNumber> about = person.isPresent() ? Asked.optionalOrder(order) : Optional.empty();
            FormSchema forms = new FormSchema(json, language, person.isPresent());
            Map<String, Map<String, Object>> offered = about.map(number -> offers(number, person.orElseThrow(), forms)).orElse(Map.of());
            Description description = new Description();
            for (Desk.Known known : office.desk().commands()) {
                Optional<Map<String, Object>> values = known.onOrder()
                        ? Optional.ofNullable(offered.get(known.command()))
                        : company(known, person, forms);
                description.command(known.command(), words(known, language), known.onOrder(), known.onTask(), values);
            }
            return description.document();
        });
    }

    private String words(Desk.Known known, Locale language) {
        return json.node(known.title(), language).asText();
    }

    private Map<String, Map<String, Object>> offers(OrderNumber order, Person person, FormSchema forms) {
        return office.desk().offers(order, person).stream()
                .collect(Collectors.toMap(Desk.Offer::command, offer -> forms.of(offer.form()), (first, again) -> first));
    }

    /** A form that cannot be drawn without a subject is described by no more than its being an object. */
    private Optional<Map<String, Object>> company(Desk.Known known, Optional<Person> person, FormSchema forms) {
        Person asker = person.filter(caller -> known.roles().isEmpty() || caller.holdsAny(known.roles()))
                .orElseGet(() -> new Person(PersonId.SYSTEM, "system", known.roles(), "en"));
        try {
            return Optional.of(forms.of(office.desk().offer(known.command(), "", asker).form()));
        } catch (Refused notWithoutSubject) {
            return Optional.empty();
        }
    }
}
