package dev.kontor.testkit;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.Machine.Passed;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The machines of an order in memory, with the kernel's refusals. */
final class FakeMachines {

    private final Map<String, Machine> machines = new TreeMap<>();
    /** Their numbers are nobody else's. */
    private final Set<String> struck = new HashSet<>();

    List<Machine> all() {
        return List.copyOf(machines.values());
    }

    Machine enrol(Order order, SerialNumber serial, int line, BigDecimal quantity, Instant at) {
        OrderLine ordered = order.lines().stream()
                .filter(each -> each.position() == line)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s has no line %d.".formatted(order.number(), line)));
        BigDecimal enrolled = enrolled(line);
        if (quantity.signum() <= 0 || enrolled.add(quantity).compareTo(ordered.quantity()) > 0) {
            throw conflict(Text.of("kernel.line-has-its-machines", line, ordered.quantity(), enrolled));
        }
        if (machines.containsKey(serial.value()) || struck.contains(serial.value())) {
            throw conflict(Text.of("kernel.serial-taken", serial.value(), order.number().value()));
        }
        Machine machine = new Machine(serial, order.number(), line, ordered.model(), quantity, order.revision(), at, List.of());
        machines.put(serial.value(), machine);
        return machine;
    }

    private BigDecimal enrolled(int line) {
        return machines.values().stream()
                .filter(each -> each.line() == line)
                .map(Machine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** An order is never changed below what is produced or shipped of it. */
    void demandRoomIn(Order content) {
        for (Machine machine : machines.values()) {
            BigDecimal enrolled = enrolled(machine.line());
            if (content.lines().stream().noneMatch(line -> line.position() == machine.line() && line.model().equals(machine.model())
                    && line.quantity().compareTo(enrolled) >= 0)) {
                throw conflict(Text.of("kernel.line-below-machines", machine.line(), enrolled, machine.model()));
            }
        }
    }

    static Refused conflict(Text why) {
        return Refused.because(Refused.Reason.CONFLICT, why);
    }

    void carryOver(SerialNumber serial, int revision) {
        Machine machine = one(serial);
        machines.put(serial.value(), new Machine(machine.serial(), machine.order(), machine.line(), machine.model(), machine.quantity(),
                revision, machine.since(), machine.milestones()));
    }

    void strike(SerialNumber serial) {
        one(serial);
        machines.remove(serial.value());
        struck.add(serial.value());
    }

    void reach(SerialNumber serial, MilestoneName milestone, LocalDate on, Instant at, PersonId by) {
        Machine machine = one(serial);
        put(machine, Stream.concat(machine.milestones().stream(), Stream.of(new Passed(milestone, on, at, by))).toList());
    }

    void withdraw(SerialNumber serial, MilestoneName milestone) {
        Machine machine = one(serial);
        put(machine, machine.milestones().stream().filter(passed -> !passed.milestone().equals(milestone)).toList());
    }

    private void put(Machine machine, List<Passed> milestones) {
        machines.put(machine.serial().value(), new Machine(machine.serial(), machine.order(), machine.line(), machine.model(),
                machine.quantity(), machine.revision(), machine.since(), milestones));
    }

    Machine one(SerialNumber serial) {
        if (!machines.containsKey(serial.value())) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.no-machine", serial.value(), ""));
        }
        return machines.get(serial.value());
    }
}
