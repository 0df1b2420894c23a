package dev.kontor.supervision.events;

import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nobody audits an order that they have worked on. */
@Component(service = Independence.class)
public final class Independence {

    private final Events events;
    private final Accounts accounts;

    @Activate
    public Independence(@Reference Events events, @Reference Accounts accounts) {
        this.events = events;
        this.accounts = accounts;
    }

    /**
     * @return what happened to the order
     * @throws Refused {@code FORBIDDEN} when the auditor has worked on it
     */
    public OrderEvents demanded(OrderNumber order, Person auditor) {
        OrderEvents found = events.of(order);
        if (Lines.handled(found, auditor.id())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("supervision.handled-it", order.value()));
        }
        return found;
    }

    /** One of the supervision group who has not worked on the order; empty when all have. */
    public Optional<PersonId> anybody(OrderNumber order) {
        OrderEvents found = events.of(order);
        return accounts.holders(Role.SUPERVISOR).stream().map(Person::id).filter(each -> !Lines.handled(found, each)).findFirst();
    }
}
