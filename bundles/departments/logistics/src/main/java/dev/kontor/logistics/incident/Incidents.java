package dev.kontor.logistics.incident;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.facts.WorkArose;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What went wrong on the way, and who was told of it. Usable only inside a command or a read. */
@Component(service = Incidents.class)
public final class Incidents {

    private final EntityManager entities;

    @Activate
    public Incidents(@Reference(target = "(osgi.unit.name=logistics)") EntityManager entities) {
        this.entities = entities;
    }

    /** Carrier, sales and customer are to be told, and it is to be solved. */
    public Incident report(OrderFile file, Shipment shipment, String kind, String words) {
        Incident incident = new Incident(shipment, of(file.number()).size() + 1, kind, words, file);
        entities.persist(incident);
        Duties.follow(file, new WorkArose("incident", "" + incident.number(), ""));
        Text said = Text.of("logistics.incident-reported", shipment.number(), Text.of("logistics.incident." + kind), words);
        file.note("logistics.incident", said, List.of());
        file.notify(file.summary().representative(), said);
        file.notify(Role.SALES_HEAD, said);
        return incident;
    }

    /** Of an order, the first one first. */
    public List<Incident> of(OrderNumber order) {
        return entities.createQuery(
                        "select one from Incident one where one.orderNumber = :number order by one.number", Incident.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** Open damages and losses of a shipment: while there is one the customer signs for nothing. */
    public List<Incident> harm(Shipment shipment) {
        return of(shipment.order()).stream()
                .filter(each -> each.shipment().equals(shipment.id()) && each.isOpen() && !each.kind().equals(Incident.DELAY))
                .toList();
    }

    /** The incident that a task is about. */
    public Incident about(Task task) {
        return of(task.order()).stream()
                .filter(each -> each.number() == Duties.number(task))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s of %s is about no incident.".formatted(task.kind(), task.order())));
    }

    public void keep(Telling telling) {
        entities.persist(telling);
    }

    /** Oldest first. */
    public List<Telling> tellings(Incident incident) {
        return entities.createQuery("select one from Telling one where one.incidentId = :id order by one.toldAt", Telling.class)
                .setParameter("id", incident.id())
                .getResultList();
    }

    /** Who was not told yet. */
    public List<String> untold(Incident incident) {
        Set<String> told = tellings(incident).stream().map(Telling::party).collect(Collectors.toSet());
        return Telling.PARTIES.stream().filter(party -> !told.contains(party)).toList();
    }

    public void keep(TrackEntry entry) {
        entities.persist(entry);
    }

    /** What was heard of a shipment, oldest first. */
    public List<TrackEntry> heard(Shipment shipment) {
        return entities.createQuery("select one from TrackEntry one where one.shipmentId = :id order by one.sequence", TrackEntry.class)
                .setParameter("id", shipment.id())
                .getResultList();
    }

    /** How many incidents there were with a carrier. */
    public long with(String carrier) {
        return entities.createQuery(
                        "select count(one) from Incident one, Shipment sent where one.shipmentId = sent.id"
                                + " and sent.transport.carrier = :carrier",
                        Long.class)
                .setParameter("carrier", carrier)
                .getSingleResult();
    }
}
