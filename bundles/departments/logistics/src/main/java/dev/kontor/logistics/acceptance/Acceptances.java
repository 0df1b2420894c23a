package dev.kontor.logistics.acceptance;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.document.Upload;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.facts.WorkArose;
import dev.kontor.logistics.incident.Incidents;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.shipment.State;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checklists and objections of shipments that have arrived. Usable only inside a command or a read. */
@Component(service = Acceptances.class)
public final class Acceptances {

    static final DocumentKind FORM = new DocumentKind("logistics.acceptance-form");

    private final EntityManager entities;
    private final Shipments shipments;
    private final Incidents incidents;
    private final Printer printer;

    @Activate
    public Acceptances(
            @Reference(target = "(osgi.unit.name=logistics)") EntityManager entities,
            @Reference Shipments shipments,
            @Reference Incidents incidents,
            @Reference Printer printer) {
        this.entities = entities;
        this.shipments = shipments;
        this.incidents = incidents;
        this.printer = printer;
    }

    /** Makes the checklist, prints the report for signing, and the representative owes the customer assistance. */
    public void begin(OrderFile file, Shipment shipment, Acceptance acceptance) {
        make(file, shipment, acceptance);
        String arose = acceptance == Acceptance.FINAL ? "accepted-on-arrival" : "arrived";
        Duties.follow(file, new WorkArose(arose, Duties.subject(shipment, acceptance), "")).stream()
                .filter(task -> task.kind().equals(Duties.ACCEPT))
                .forEach(task -> file.assign(task.id(), file.summary().representative()));
        rest(file, shipment.id());
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
        print(file, shipment, acceptance, items);
    }

    /** Once everything was looked at and nothing is wrong, the report says so: that is what the customer signs. */
    void found(OrderFile file, Shipment shipment, Acceptance acceptance) {
        List<Item> items = items(shipment, acceptance);
        if (isCurrent(file, items) && items.stream().allMatch(item -> item.isChecked() && !item.isWrong())) {
            print(file, shipment, acceptance, items);
        }
    }

    private void print(OrderFile file, Shipment shipment, Acceptance acceptance, List<Item> items) {
        Upload printed = printer.print(AcceptanceReport.of(file, shipment, acceptance, items), "zh-CN");
        if (report(file, shipment, acceptance).filter(last -> last.digest().equals(printed.digest())).isEmpty()) {
            file.file(FORM, printed);
        }
    }

    /** The report as it was printed last for the revision in force; empty before. */
    public Optional<Document> report(OrderView file, Shipment shipment, Acceptance acceptance) {
        String name = AcceptanceReport.name(file, shipment, acceptance);
        return file.documents().stream()
                .filter(each -> each.kind().equals(FORM) && each.name().startsWith(name + "."))
                .reduce((older, later) -> later);
    }

    void keep(Proof proof) {
        entities.persist(proof);
    }

    /** What stands under the report in place of pen and seal; empty where those do, or nobody has signed. */
    public Optional<Proof> proof(Shipment shipment, Acceptance acceptance) {
        return Optional.ofNullable(entities.find(Proof.class, Proof.id(shipment, acceptance)));
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
        rest(file, objection.shipment());
    }

    /**
     * The representative's time stands still while nobody can sign: somebody else has an objection to solve, or a damage or loss is
     * open.
     *
     * @param id of the shipment
     */
    public void rest(OrderFile file, String id) {
        Shipment shipment = shipments.shipment(id).orElseThrow();
        shipment.owed().ifPresent(acceptance -> {
            Optional<Text> waits = waits(shipment, acceptance);
            accepting(file, shipment, acceptance).forEach(task -> waits.ifPresentOrElse(
                    why -> file.suspend(task.id(), why), () -> file.resume(task.id())));
        });
    }

    private Optional<Text> waits(Shipment shipment, Acceptance acceptance) {
        return objections(shipment, acceptance).stream()
                .filter(Objection::waitsForOthers)
                .findFirst()
                .map(each -> Text.of("logistics.objected", each.number(), each.words()))
                .or(() -> incidents.harm(shipment).stream().findFirst().map(each -> Text.of("logistics.harmed", each.number(), each.words())));
    }

    private static List<Task> accepting(OrderView file, Shipment shipment, Acceptance acceptance) {
        String subject = Duties.subject(shipment, acceptance);
        return file.openTasks(Duties.ACCEPT).stream().filter(task -> task.subject().equals(subject)).toList();
    }

    /** All of it is lost: nothing is accepted, and nobody owes a solution any more. */
    public void end(OrderFile file, Shipment shipment, Text why) {
        List<String> owed = Stream.of(Acceptance.values()).flatMap(each -> objections(shipment, each).stream()).map(Objection::task).toList();
        file.openTasks(Duties.OBJECTION).stream()
                .filter(task -> owed.contains(task.subject()))
                .forEach(task -> file.cancel(task.id(), why));
    }
}
