package dev.kontor.supervision.events;

import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nobody audits an order that they have worked on. */
@Component(service = Independence.class)
public final class Independence {

    private final Events events;

    @Activate
    public Independence(@Reference Events events) {
        this.events = events;
    }

    /**
     * @return what happened to the order
     * @throws Refused {@code FORBIDDEN} when the auditor stands in its journal
     */
    public OrderEvents demanded(OrderNumber order, Person auditor) {
        OrderEvents found = events.of(order);
        if (Lines.handled(found, auditor.id())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("supervision.handled-it", order.value()));
        }
        return found;
    }
}
