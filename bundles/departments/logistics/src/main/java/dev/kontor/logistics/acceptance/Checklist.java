package dev.kontor.logistics.acceptance;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.logistics.acceptance.Item.Asked;
import dev.kontor.logistics.facts.AcceptanceAsked;
import dev.kontor.logistics.shipment.Shipment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is looked at when goods are accepted, item by item against the order's revision in force: model, quantity,
 * technical parameters, accessories, undamaged, and every Check that rules at {@code logistics/acceptance} add.
 */
public final class Checklist {

    private static final ConsultationPoint POINT = new ConsultationPoint("logistics/acceptance");
    private static final ReasonWords OF_THE_REGULATION = new ReasonWords("", "");

    private Checklist() {}

    static List<Asked> of(OrderFile file, Shipment shipment, Acceptance acceptance, List<Machine> machines) {
        Order order = file.order().orElseThrow();
        List<Asked> items = new ArrayList<>();
        order.lines().forEach(line -> quantity(line, machines).ifPresent(items::add));
        machines.forEach(machine -> items.addAll(of(order, machine)));
        items.addAll(byRules(file, shipment, acceptance, machines));
        return items;
    }

    /** What is looked at of one machine, at each acceptance. */
    public static List<Asked> of(Order order, Machine machine) {
        return order.lines().stream()
                .filter(line -> line.position() == machine.line())
                .flatMap(line -> machine(machine.serial().value(), line).stream())
                .toList();
    }

    /** How much of a line is in the shipment. */
    private static Optional<Asked> quantity(OrderLine line, List<Machine> machines) {
        BigDecimal sum = machines.stream()
                .filter(machine -> machine.line() == line.position())
                .map(Machine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() == 0
                ? Optional.empty()
                : Optional.of(item("", "quantity", line.model(), sum.stripTrailingZeros().toPlainString() + " " + line.unit()));
    }

    private static List<Asked> machine(String serial, OrderLine line) {
        List<Asked> items = new ArrayList<>();
        items.add(item(serial, "model", "", line.model()));
        line.parameters().forEach(each ->
                items.add(item(serial, "parameter", each.name(), (each.value() + " " + each.unit()).strip())));
        line.accessories().forEach(each -> items.add(item(serial, "accessory", each, "")));
        items.add(item(serial, "undamaged", "", ""));
        return items;
    }

    private static Asked item(String serial, String kind, String name, String expected) {
        return new Asked(serial, kind, name, expected, OF_THE_REGULATION);
    }

    private static List<Asked> byRules(OrderFile file, Shipment shipment, Acceptance acceptance, List<Machine> machines) {
        List<String> clauses = file.order().orElseThrow().terms().stream()
                .filter(term -> term.kind().equals("acceptance"))
                .map(ContractTerm::number)
                .toList();
        Decision decision = file.consult(Question.at(
                        POINT,
                        new AcceptanceAsked(
                                shipment.number(), machines.size(), clauses.size(), String.join(", ", clauses), acceptance.word()))
                .addingOnly());
        return decision.conclusions().stream()
                .filter(concluded -> concluded.conclusion() instanceof Check)
                .map(concluded -> new Asked("", "rule", concluded.conclusion().subject(), "", file.words(concluded)))
                .toList();
    }
}
