package dev.kontor.logistics.shipment;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Whether machines cover everything that was ordered, line by line of the revision in force (policy 11). */
public final class Coverage {

    /** In the order in which goods come by. */
    public static final List<MilestoneName> OURS = List.of(
            MilestoneName.LOGISTICS_PRE_ACCEPTED, MilestoneName.LOGISTICS_DISPATCHED, MilestoneName.LOGISTICS_ARRIVED,
            MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED, MilestoneName.LOGISTICS_DELIVERED, MilestoneName.LOGISTICS_FINALLY_ACCEPTED);

    private Coverage() {}

    public static boolean isWhole(OrderView file, Collection<Machine> machines) {
        return file.order().stream()
                .flatMap(order -> order.lines().stream())
                .allMatch(line -> sum(machines, line).compareTo(line.quantity()) >= 0);
    }

    /** Whether every line is covered by machines that have reached it. */
    public static boolean isWhole(OrderView file, MilestoneName milestone) {
        return isWhole(file, having(file, milestone));
    }

    /**
     * The order reaches what all its machines have, on the day of the last of them. Called whenever a machine went on, and
     * when an amendment has taken away what was missing.
     */
    public static void settle(OrderFile file) {
        for (MilestoneName milestone : OURS) {
            List<Machine> having = having(file, milestone);
            if (!file.milestones().contains(milestone) && !having.isEmpty() && isWhole(file, having)) {
                LocalDate last = having.stream().flatMap(machine -> machine.on(milestone).stream()).max(LocalDate::compareTo).orElseThrow();
                file.reach(milestone, last);
            }
        }
    }

    /** The machines that have come so far; what is lost covers nothing. */
    public static List<Machine> having(OrderView file, MilestoneName milestone) {
        return file.machines().stream()
                .filter(machine -> machine.has(milestone) && !machine.has(MilestoneName.LOGISTICS_LOST))
                .toList();
    }

    private static BigDecimal sum(Collection<Machine> machines, OrderLine line) {
        return machines.stream()
                .filter(machine -> machine.line() == line.position())
                .map(Machine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
