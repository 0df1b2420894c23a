package dev.kontor.logistics.acceptance;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.facts.WorkArose;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.shipment.State;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checklists and objections of shipments that have arrived. Usable only inside a command or a read. */
@Component(service = Acceptances.class)
public final class Acceptances {

    static final DocumentKind FORM = new DocumentKind("logistics.acceptance-form");

    private final EntityManager entities;
    private final Shipments shipments;
    private final Printer printer;

    @Activate
    public Acceptances(
            @Reference(target = "(osgi.unit.name=logistics)") EntityManager entities,
            @Reference Shipments shipments,
            @Reference Printer printer) {
        this.entities = entities;
        this.shipments = shipments;
        this.printer = printer;
    }

    /** Makes the checklist, prints the report for signing, and the representative owes the customer assistance. */
    public void begin(OrderFile file, Shipment shipment, Acceptance acceptance) {
        make(file, shipment, acceptance);
        String arose = acceptance == Acceptance.FINAL ? "accepted-on-arrival" : "arrived";
        Duties.follow(file, new WorkArose(arose, Duties.subject(shipment, acceptance), "")).stream()
                .filter(task -> task.kind().equals(Duties.ACCEPT))
                .forEach(task -> file.assign(task.id(), file.summary().representative()));
    }

    /**
     * The order was changed and is cleared again: what is accepted is compared with the revision in force, and an agreement
     * may list other acceptances than before, or name another as delivery.
     */
    public void renew(OrderFile file) {
        for (Shipment shipment : shipments.of(file.number())) {
            agreed(file, shipment);
            shipment.owed()
                    .filter(acceptance -> !isCurrent(file, items(shipment, acceptance)))
                    .ifPresent(acceptance -> make(file, shipment, acceptance));
        }
    }

    private void agreed(OrderFile file, Shipment shipment) {
        State before = shipment.state();
        if (before != State.ACCEPTED && before != State.COMMISSIONING) {
            return;
        }
        shipment.settle(file);
        if (before == State.ACCEPTED && shipment.state() == State.COMMISSIONING) {
            begin(file, shipment, Acceptance.FINAL);
        } else if (before == State.COMMISSIONING && shipment.state() == State.ACCEPTED) {
            file.openTasks(Duties.ACCEPT).stream()
                    .filter(task -> task.subject().equals(Duties.subject(shipment, Acceptance.FINAL)))
                    .forEach(task -> file.cancel(task.id(), Text.of("logistics.final-not-listed")));
        }
        Delivering.agreed(file, shipment, shipments.machines(file, shipment));
    }

    /** A machine is lost: the list has nothing of it any more. */
    public void without(OrderFile file, Shipment shipment) {
        shipment.owed().ifPresent(acceptance -> make(file, shipment, acceptance));
    }

    /** Whether the checklist is that of the revision in force. */
    static boolean isCurrent(OrderView file, List<Item> items) {
        return file.order().filter(order -> items.stream().allMatch(item -> item.revision() == order.revision())).isPresent();
    }

    private void make(OrderFile file, Shipment shipment, Acceptance acceptance) {
        List<Item> before = items(shipment, acceptance);
        int revision = file.order().orElseThrow().revision();
        List<Item> items = new ArrayList<>();
        for (Item.Asked asked : Checklist.of(file, shipment, acceptance, shipments.machines(file, shipment))) {
            Item item = new Item(shipment.id(), acceptance, revision, items.size() + 1, asked);
            before.stream().filter(old -> old.asked().equals(asked)).findFirst().ifPresent(old -> moved(shipment, acceptance, old, item));
            items.add(item);
        }
        before.stream().filter(old -> old.revision() == revision).forEach(entities::remove);
        items.forEach(entities::persist);
        file.file(FORM, printer.print(AcceptanceReport.of(file, shipment, acceptance, items), "zh-CN"));
    }

    private void moved(Shipment shipment, Acceptance acceptance, Item old, Item item) {
        item.keep(old);
        objections(shipment, acceptance).stream()
                .filter(each -> each.item().equals(old.id()))
                .forEach(each -> each.moveTo(item.id()));
    }

    /** The checklist in its order; of the latest revision for which one was made. */
    public List<Item> items(Shipment shipment, Acceptance acceptance) {
        List<Item> all = entities.createQuery(
                        "select one from Item one where one.subject = :id and one.acceptance = :acceptance"
                                + " order by one.revision, one.position",
                        Item.class)
                .setParameter("id", shipment.id())
                .setParameter("acceptance", acceptance.word())
                .getResultList();
        int latest = all.stream().mapToInt(Item::revision).max().orElse(0);
        return all.stream().filter(item -> item.revision() == latest).toList();
    }

    /** Oldest first. */
    public List<Objection> objections(Shipment shipment, Acceptance acceptance) {
        return entities.createQuery(
                        "select one from Objection one where one.shipmentId = :id and one.acceptance = :acceptance order by one.number",
                        Objection.class)
                .setParameter("id", shipment.id())
                .setParameter("acceptance", acceptance.word())
                .getResultList();
    }

    /** The objection that a task is about. */
    Objection about(Task task) {
        return entities.createQuery(
                        "select one from Objection one where one.orderNumber = :order and one.number = :number", Objection.class)
                .setParameter("order", task.order().value())
                .setParameter("number", Duties.number(task))
                .getSingleResult();
    }

    /**
     * The customer objects; the owner owes a solution.
     *
     * @param item id of the item that is wrong; empty for something else
     */
    Objection object(OrderFile file, Shipment shipment, Acceptance acceptance, String item, String words, Role owner) {
        int number = entities.createQuery("select one from Objection one where one.orderNumber = :order", Objection.class)
                        .setParameter("order", file.number().value())
                        .getResultList()
                        .size()
                + 1;
        Objection objection = new Objection(shipment, acceptance, number, item, words, owner, file);
        entities.persist(objection);
        ask(file, objection);
        return objection;
    }

    /** The customer is satisfied with the solution: the item that was wrong is settled with it. */
    void settled(Objection objection) {
        if (!objection.item().isEmpty()) {
            Optional.ofNullable(entities.find(Item.class, objection.item())).ifPresent(Item::settle);
        }
    }

    /** The owner is asked for a solution, for the first time or again. */
    void ask(OrderFile file, Objection objection) {
        Duties.follow(file, new WorkArose("objection", objection.task(), objection.owner().value())).stream()
                .filter(task -> task.role().equals(Role.SALES_REP))
                .forEach(task -> file.assign(task.id(), file.summary().representative()));
        Text said = Text.of("logistics.objected", objection.number(), objection.words());
        file.note("logistics.objection", said, List.of());
        file.notify(objection.owner(), said);
    }
}
