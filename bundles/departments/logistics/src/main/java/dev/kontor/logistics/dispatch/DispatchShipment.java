package dev.kontor.logistics.dispatch;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.incident.Incident;
import dev.kontor.logistics.incident.Incidents;
import dev.kontor.logistics.shipment.Coverage;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.logistics.shipment.Journey;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.shipment.State;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Goods leave the works: the rules are asked once more, credit and payment with them, the
 * delivery note is printed and filed, and every machine is dispatched on the day on which it left.
 */
@Component
public final class DispatchShipment implements OrderCommand {

    static final DocumentKind NOTE = new DocumentKind("logistics.delivery-note");

    private final Shipments shipments;
    private final Holding holding;
    private final Incidents incidents;
    private final Printer printer;

    @Activate
    public DispatchShipment(
            @Reference Shipments shipments, @Reference Holding holding, @Reference Incidents incidents, @Reference Printer printer) {
        this.shipments = shipments;
        this.holding = holding;
        this.incidents = incidents;
        this.printer = printer;
    }

    @Override
    public String name() {
        return "logistics/dispatch-shipment";
    }

    @Override
    public Text title() {
        return Text.of("logistics.dispatch-shipment");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Duties.SEND);
    }

    @Override
    public int position() {
        return 2;
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return task.map(shipments::about).filter(each -> each.state() == State.RELEASED).isPresent();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("logistics.dispatch-submit"),
                Field.date("dispatched-on", Text.of("logistics.dispatched-on")).withClause("6.1"),
                Field.text("waybill", Text.of("logistics.waybill")),
                Field.text("vehicle", Text.of("logistics.vehicle")).optional().withHint(Text.of("logistics.vehicle-hint")),
                Field.date("expected-on", Text.of("logistics.expected-on")),
                Field.longText("late-words", Text.of("logistics.late-words")).optional()
                        .withHint(Text.of("logistics.late-words-hint", file.order().orElseThrow().delivery().date())));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        Journey known = shipments.about(task.orElseThrow()).journey();
        Map<String, Object> values = new HashMap<>(Map.of(
                "dispatched-on", file.today().toString(), "waybill", known.waybill(), "vehicle", known.vehicle()));
        known.expectedOn().ifPresent(day -> values.put("expected-on", day.toString()));
        return new Values(values);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        Shipment shipment = shipments.about(owed);
        List<Machine> machines = shipments.machines(file, shipment);
        LocalDate day = day(file, shipment, machines, values);
        shipment.paper(values.text("waybill"), values.text("vehicle"), values.date("expected-on"));
        Optional<Answer> held = holding.ask(file, shipment, owed, Gate.RELEASE, Gate.DISPATCH);
        if (held.isPresent()) {
            return held.get();
        }
        machines.forEach(machine -> file.reach(machine.serial(), MilestoneName.LOGISTICS_DISPATCHED, day));
        Document note = file.file(NOTE, printer.print(DeliveryNote.of(file, shipment, machines, day), "zh-CN"));
        shipment.dispatch(day, note, file.now());
        file.resume(owed.id());
        file.complete(owed.id(), Outcome.of("dispatched"));
        Coverage.settle(file);
        Duties.track(file, shipment, 1, Optional.empty());
        Text said = Text.of("logistics.dispatched", shipment.number(), day, shipment.journey().waybill());
        file.note("logistics.dispatched", said, List.of(new Change("waybill", "", shipment.journey().waybill())));
        file.index("logistics.waybill-" + shipment.number(), shipment.journey().waybill());
        file.notify(file.summary().representative(), said);
        if (isLate(file, values)) {
            incidents.report(file, shipment, Incident.DELAY, values.text("late-words"));
        }
        return Answer.of(said, file.number()).withId(note.id());
    }

    /** It will arrive after the day that was promised: carrier, sales and customer are told as of any delay. */
    private static boolean isLate(OrderFile file, Values values) {
        return values.date("expected-on").orElseThrow().isAfter(file.order().orElseThrow().delivery().date());
    }

    private static LocalDate day(OrderFile file, Shipment shipment, List<Machine> machines, Values values) {
        LocalDate day = values.date("dispatched-on").orElseThrow();
        if (day.isAfter(file.today())) {
            throw Refused.at("dispatched-on", Text.of("logistics.day-ahead"));
        }
        machines.stream()
                .flatMap(machine -> machine.on(MilestoneName.PRODUCTION_FINISHED).stream())
                .filter(day::isBefore)
                .findFirst()
                .ifPresent(finished -> {
                    throw Refused.at("dispatched-on", Text.of("logistics.before-finished", finished));
                });
        shipment.journey().releasedOn().filter(day::isBefore).ifPresent(released -> {
            throw Refused.at("dispatched-on", Text.of("logistics.before-released", released));
        });
        if (values.date("expected-on").orElseThrow().isBefore(day)) {
            throw Refused.at("expected-on", Text.of("logistics.expected-before"));
        }
        if (isLate(file, values) && !values.has("late-words")) {
            throw Refused.at("late-words", Text.of("logistics.late-words-missing", file.order().orElseThrow().delivery().date()));
        }
        return day;
    }
}
