package dev.kontor.finance.penalty;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Schedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What of an order is or was late, by the day of each delivery and each payment. A day of the contract rolls past days off. */
final class Delays {

    private final OrderView file;
    private final Order order;
    private final PenaltyTerm term;

    Delays(OrderView file, PenaltyTerm term) {
        this.file = file;
        this.order = file.order().orElseThrow();
        this.term = term;
    }

    List<Penalty> ofPayments(Schedule schedule) {
        return schedule.of(order.number()).stream().flatMap(due -> due.dueOn().map(day -> payment(schedule, due, day)).stream()).toList();
    }

    private Penalty payment(Schedule schedule, Due due, LocalDate day) {
        List<Accrual.Payment> payments = schedule.payments(order.number(), due.position()).stream()
                .map(each -> new Accrual.Payment(each.receivedOn(), each.amount()))
                .toList();
        Optional<LocalDate> end = due.isPaid() ? due.lastReceipt() : Optional.empty();
        return penalty("instalment-" + due.position(), Text.of("finance.invoice.of-instalment", due.position(), due.amount()),
                new Accrual(day, end.orElse(file.today()), due.amount(), payments), end.isPresent());
    }

    List<Penalty> ofDelivery(WorkingCalendar calendar) {
        LocalDate due = calendar.deadline(order.delivery().date(), WorkingDays.of(0)).lastDay();
        return term.isByPart()
                ? order.lines().stream().flatMap(line -> ofLine(line, due)).toList()
                : List.of(delivery("delivery", Text.of("finance.penalty.whole-delivery"), due, order.total(), passed(term.end())));
    }

    private Optional<LocalDate> passed(MilestoneName milestone) {
        return file.passed().stream().filter(each -> each.name().equals(milestone)).map(each -> each.on()).findFirst();
    }

    /** Each machine by itself, and what has no serial number yet. */
    private Stream<Penalty> ofLine(OrderLine line, LocalDate due) {
        List<Machine> machines = file.machines().stream().filter(each -> each.line() == line.position()).toList();
        BigDecimal rest = machines.stream().map(Machine::quantity).reduce(line.quantity(), BigDecimal::subtract);
        Stream<Penalty> known = machines.stream().map(each -> delivery(
                each.serial().value(), Text.plain(each.serial().value()), due, line.unitPrice().times(each.quantity()), each.on(term.end())));
        Stream<Penalty> unknown = rest.signum() <= 0
                ? Stream.empty()
                : Stream.of(delivery("line-" + line.position(), Text.of("finance.penalty.rest-of-line", line.position(), rest),
                        due, line.unitPrice().times(rest), Optional.empty()));
        return Stream.concat(known, unknown);
    }

    private Penalty delivery(String matter, Text what, LocalDate due, Money base, Optional<LocalDate> end) {
        return penalty(matter, what, new Accrual(due, end.orElse(file.today()), base, List.of()), end.isPresent());
    }

    private Penalty penalty(String matter, Text what, Accrual accrual, boolean ended) {
        return new Penalty(matter, what, term.side(), term.clause(), accrual, term.rate(), ended, false);
    }
}
