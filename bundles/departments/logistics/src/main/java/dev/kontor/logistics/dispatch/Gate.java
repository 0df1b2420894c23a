package dev.kontor.logistics.dispatch;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.rule.Conclusion.Hold;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.facts.ApprovalGiven;
import dev.kontor.api.text.Text;
import dev.kontor.logistics.facts.ShipmentAsked;
import dev.kontor.logistics.preacceptance.PreAcceptances;
import dev.kontor.logistics.shipment.Coverage;
import dev.kontor.logistics.shipment.Shipment;
import dev.kontor.logistics.shipment.Shipments;
import dev.kontor.logistics.shipment.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks the rules whether a shipment may be released or leave. An item that fails is for logistics to put right, and is
 * refused; a hold of another department is kept, so that everybody sees what the order waits for.
 */
@Component(service = Gate.class)
public final class Gate {

    static final ConsultationPoint RELEASE = new ConsultationPoint("logistics/release");
    static final ConsultationPoint DISPATCH = new ConsultationPoint("logistics/dispatch");

    private final Shipments shipments;
    private final PreAcceptances looks;

    @Activate
    public Gate(@Reference Shipments shipments, @Reference PreAcceptances looks) {
        this.shipments = shipments;
        this.looks = looks;
    }

    /**
     * Asks and keeps the decision.
     *
     * @throws Refused {@code CONFLICT} with every item that fails
     */
    Decision ask(OrderFile file, ConsultationPoint point, Shipment shipment) {
        Decision decision = consult(file, point, shipment);
        if (!decision.passes()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("logistics.not-yet", failing(file, decision)));
        }
        return decision;
    }

    /** Asks and keeps the decision, whatever it says. */
    Decision consult(OrderFile file, ConsultationPoint point, Shipment shipment) {
        return file.consult(Question.at(point, asked(file, shipment)));
    }

    /** Why the goods must not leave, in the words of those who hold them; empty when nobody does. */
    static Optional<Text> held(OrderView file, Stream<Decision> decisions) {
        return decisions
                .flatMap(decision -> decision.conclusions().stream())
                .filter(concluded -> concluded.conclusion() instanceof Hold hold
                        && hold.milestone().equals(MilestoneName.LOGISTICS_DISPATCHED))
                .map(concluded -> reason(file, concluded))
                .reduce((one, other) -> Text.of("logistics.both", one, other));
    }

    private static Text failing(OrderView file, Decision decision) {
        List<String> approved = decision.all(Check.class).stream().filter(Check::passed).map(Check::subject).toList();
        return decision.conclusions().stream()
                .filter(concluded -> concluded.conclusion() instanceof Check check
                        && !check.passed()
                        && !check.subject().endsWith(ApprovalGiven.CHECK)
                        && !approved.contains(check.subject() + ApprovalGiven.CHECK))
                .map(concluded -> reason(file, concluded))
                .reduce((one, other) -> Text.of("logistics.both", one, other))
                .orElseThrow();
    }

    private static Text reason(OrderView file, Concluded concluded) {
        ReasonWords words = file.words(concluded);
        return Text.of("logistics.reason", words.english(), words.chinese());
    }

    /** Whether the order may be carried out as it is. */
    static boolean isCleared(OrderView file) {
        return file.milestones().contains(MilestoneName.REVIEW_CLEARED)
                && !file.milestones().contains(MilestoneName.REVIEW_TERMINATED);
    }

    private ShipmentAsked asked(OrderView file, Shipment shipment) {
        Order order = file.order().orElseThrow();
        List<Machine> machines = shipments.machines(file, shipment);
        List<Machine> unfinished =
                machines.stream().filter(machine -> !machine.has(MilestoneName.PRODUCTION_FINISHED)).toList();
        List<Machine> notAccepted = looks.missing(file, machines);
        return new ShipmentAsked(
                shipment.number(),
                isCleared(file),
                machines.size(),
                unfinished.size(),
                first(unfinished),
                Coverage.isWhole(file, gone(file, machines)),
                order.delivery().partialAllowed(),
                shipment.state() == State.RELEASED,
                !shipment.preparation().contractDocument().isEmpty(),
                !shipment.preparation().packing().isEmpty(),
                !shipment.preparation().insured().isEmpty(),
                value(order, machines).amount(),
                order.currency(),
                notAccepted.size(),
                first(notAccepted));
    }

    private static String first(List<Machine> machines) {
        return machines.stream().findFirst().map(machine -> machine.serial().value()).orElse("");
    }

    /** With those that have left already: a machine that an agreement added travels by itself. */
    private static Set<Machine> gone(OrderView file, List<Machine> machines) {
        return Stream.concat(machines.stream(), Coverage.having(file, MilestoneName.LOGISTICS_DISPATCHED).stream())
                .collect(Collectors.toSet());
    }

    private static Money value(Order order, List<Machine> machines) {
        return machines.stream()
                .flatMap(machine -> order.lines().stream()
                        .filter(line -> line.position() == machine.line())
                        .map(OrderLine::unitPrice)
                        .map(price -> price.times(machine.quantity())))
                .reduce(Money.zero(order.currency()), Money::plus);
    }
}
