package dev.kontor.testkit;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Work on the machines of an order in memory. */
abstract class FakeMachineWork extends FakeTaskWork {

    FakeMachineWork(Order order, RuleBook book) {
        super(order, book);
    }

    @Override
    public Machine enrol(SerialNumber serial, int line, BigDecimal quantity) {
        demandCleared();
        return machines.enrol(order().orElseThrow(), serial, line, quantity, now());
    }

    @Override
    public void carryOver(SerialNumber machine, Text why) {
        machines.one(machine);
        demandCleared();
        machines.carryOver(machine, summary().revision());
    }

    /** While a change is under review nothing goes on. */
    private void demandCleared() {
        if (!milestones.containsKey(MilestoneName.REVIEW_CLEARED)) {
            throw FakeMachines.conflict(Text.of("kernel.not-cleared", number().value()));
        }
    }

    @Override
    public void strike(SerialNumber machine, Text why) {
        machines.strike(machine);
    }

    @Override
    public void reach(SerialNumber machine, MilestoneName milestone, LocalDate on) {
        if (machines.one(machine).has(milestone)) {
            return;
        }
        demandCleared();
        if (outdated().stream().anyMatch(each -> each.serial().equals(machine))) {
            throw FakeMachines.conflict(Text.of("kernel.machine-outdated", machine.value(), summary().revision()));
        }
        rules.demandNoHold(milestone);
        demandPast(on);
        machines.reach(machine, milestone, on, now(), actor.id());
    }

    @Override
    public void withdraw(SerialNumber machine, MilestoneName milestone, Text why) {
        machines.withdraw(machine, milestone);
    }

    final void demandPast(LocalDate on) {
        if (on.isAfter(today)) {
            throw Refused.because(Refused.Reason.INVALID, Text.of("kernel.day-to-come", on));
        }
    }
}
