package dev.kontor.kernel.desk;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.journal.Change;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.desk.OpenView.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is done with the machines of an order. */
final class MachineWork {

    private final Office office;
    private final OpenFile file;

    MachineWork(Office office, OpenFile file) {
        this.office = office;
        this.file = file;
    }

    Machine enrol(SerialNumber serial, int position, BigDecimal quantity) {
        demandCleared();
        Order order = file.order().orElseThrow(() -> new IllegalStateException(file.number() + " is not submitted yet."));
        OrderLine line = order.lines().stream()
                .filter(each -> each.position() == position)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s has no line %d.".formatted(file.number(), position)));
        demandRoom(line, quantity);
        office.machines.holder(serial).ifPresent(other -> {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.serial-taken", serial.value(), other.value()));
        });
        office.machines.enrol(serial, file.number(), position, line.model(), quantity, order.revision(), file.now());
        file.view().changed(Part.MACHINES);
        file.note("machine.enrolled", Text.of("kernel.machine-enrolled", serial.value(), line.model()), List.of());
        file.index("machine " + serial, serial.value());
        return one(serial);
    }

    /** What is executed is what was approved: while a change is under review nothing goes on. */
    private void demandCleared() {
        if (!file.milestones().contains(MilestoneName.REVIEW_CLEARED)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.not-cleared", file.number().value()));
        }
    }

    /** Nor does a machine that is another one by what is approved now. */
    private void demandAsOrdered(SerialNumber serial) {
        if (file.outdated().stream().anyMatch(machine -> machine.serial().equals(serial))) {
            throw Refused.because(
                    Refused.Reason.CONFLICT, Text.of("kernel.machine-outdated", serial.value(), file.summary().revision()));
        }
    }

    /** An order is never changed below what is produced or shipped of it. */
    void demandRoomIn(Order content) {
        Map<Integer, OrderLine> lines = content.lines().stream().collect(Collectors.toMap(OrderLine::position, line -> line));
        file.machines().stream().collect(Collectors.groupingBy(Machine::line)).forEach((position, machines) -> {
            BigDecimal enrolled = quantity(machines.stream());
            OrderLine line = lines.get(position);
            if (line == null || line.quantity().compareTo(enrolled) < 0 || machines.stream().anyMatch(one -> !one.model().equals(line.model()))) {
                throw Refused.because(Refused.Reason.CONFLICT,
                        Text.of("kernel.line-below-machines", position, enrolled, machines.get(0).model()));
            }
        });
    }

    /** No line has more machines than were ordered. */
    private void demandRoom(OrderLine line, BigDecimal quantity) {
        BigDecimal enrolled = quantity(file.machines().stream().filter(machine -> machine.line() == line.position()));
        if (quantity.signum() <= 0 || enrolled.add(quantity).compareTo(line.quantity()) > 0) {
            throw Refused.because(Refused.Reason.CONFLICT,
                    Text.of("kernel.line-has-its-machines", line.position(), line.quantity(), enrolled));
        }
    }

    private static BigDecimal quantity(Stream<Machine> machines) {
        return machines.map(Machine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    void carryOver(SerialNumber serial, Text why) {
        Machine machine = one(serial);
        demandCleared();
        int revision = file.summary().revision();
        office.machines.carryOver(serial, revision);
        file.view().changed(Part.MACHINES);
        file.note("machine.carried-over", Text.of("kernel.machine-carried-over", serial.value(), revision, why),
                List.of(new Change("revision", "" + machine.revision(), "" + revision)));
    }

    void strike(SerialNumber serial, Text why) {
        one(serial);
        office.machines.strike(serial, why, file.actor().id(), file.now());
        file.view().changed(Part.MACHINES);
        file.note("machine.struck", Text.of("kernel.machine-struck", serial.value(), why), List.of());
    }

    void reach(SerialNumber serial, MilestoneName milestone, LocalDate on) {
        if (one(serial).has(milestone)) {
            return;
        }
        file.demandOwn(milestone);
        demandCleared();
        demandAsOrdered(serial);
        file.demandNoHold(milestone);
        file.demandPast(on);
        office.machines.reach(serial, milestone, on, file.actor().id(), file.now());
        file.view().changed(Part.MACHINES);
        file.note("machine.milestone", Text.of("kernel.machine-milestone", serial.value(), Text.of("milestone." + milestone)),
                List.of(new Change("on", "", on.toString())));
    }

    void withdraw(SerialNumber serial, MilestoneName milestone, Text why) {
        if (!one(serial).has(milestone)) {
            return;
        }
        file.demandWayBack(milestone);
        office.machines.withdraw(serial, milestone);
        file.view().changed(Part.MACHINES);
        file.note("machine.milestone-withdrawn",
                Text.of("kernel.machine-milestone-withdrawn", serial.value(), Text.of("milestone." + milestone), why), List.of());
    }

    private Machine one(SerialNumber serial) {
        return file.machines().stream()
                .filter(machine -> machine.serial().equals(serial))
                .findFirst()
                .orElseThrow(() -> Refused.because(
                        Refused.Reason.NOT_FOUND, Text.of("kernel.no-machine", serial.value(), file.number().value())));
    }
}
