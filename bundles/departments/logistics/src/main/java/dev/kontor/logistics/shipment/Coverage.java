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
import java.util.Optional;

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
        deem(file);
    }

    /** Where the customer was silent to some machines and has signed for every other, money falls due as if it had signed for all. */
    private static void deem(OrderFile file) {
        List<Machine> silent = having(file, MilestoneName.LOGISTICS_DEEMED_ACCEPTED).stream().filter(machine -> signed(machine).isEmpty()).toList();
        List<Machine> all = file.machines().stream().filter(machine -> accepted(machine).isPresent()).toList();
        if (!silent.isEmpty() && !file.milestones().contains(MilestoneName.LOGISTICS_DEEMED_ACCEPTED) && isWhole(file, all)) {
            file.reach(MilestoneName.LOGISTICS_DEEMED_ACCEPTED,
                    all.stream().flatMap(machine -> accepted(machine).stream()).max(LocalDate::compareTo).orElseThrow());
        }
    }

    private static Optional<LocalDate> signed(Machine machine) {
        return machine.on(MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED).or(() -> machine.on(MilestoneName.LOGISTICS_DELIVERED));
    }

    /** By silence, or by signature; what is lost counts for nothing. */
    private static Optional<LocalDate> accepted(Machine machine) {
        return machine.has(MilestoneName.LOGISTICS_LOST)
                ? Optional.empty()
                : machine.on(MilestoneName.LOGISTICS_DEEMED_ACCEPTED).or(() -> signed(machine));
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
