package dev.kontor.finance.schedule;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.rule.Decision;
import dev.kontor.finance.Numbers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has happened of an order from which its instalments fall due (policy 8). */
final class Events {

    /** What orders pass, by the name that due terms give it. */
    private static final Map<String, MilestoneName> EVENTS = Map.of(
            "ready-to-ship", MilestoneName.PRODUCTION_FINISHED,
            "dispatch", MilestoneName.LOGISTICS_DISPATCHED,
            "arrival", MilestoneName.LOGISTICS_ARRIVED,
            "pre-acceptance", MilestoneName.LOGISTICS_PRE_ACCEPTED,
            "acceptance", MilestoneName.LOGISTICS_DELIVERED,
            "final-acceptance", MilestoneName.LOGISTICS_FINALLY_ACCEPTED);

    private Events() {}

    /** The day of each event that has happened by now, for one instalment. */
    static Map<String, LocalDate> happened(
            OrderFile file, Order order, Decision decision, List<DueEvent> recorded, Instalment instalment) {
        Map<String, LocalDate> happened = new HashMap<>();
        happened.put("contract-in-force", order.contract().signedOn());
        EVENTS.forEach((event, milestone) -> on(file, milestone).ifPresent(day -> happened.put(event, day)));
        // where the order is delivered by its final acceptance
        on(file, MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED).ifPresent(day -> happened.put("acceptance", day));
        // silence that counts as acceptance, though the signature came later
        on(file, MilestoneName.LOGISTICS_DEEMED_ACCEPTED)
                .ifPresent(day -> happened.merge("acceptance", day, (signed, silent) -> silent.isBefore(signed) ? silent : signed));
        on(file, MilestoneName.LOGISTICS_DELIVERED)
                .ifPresent(day -> happened.put(Schedule.WARRANTY_END, day.plusMonths(Numbers.of(decision, "warranty-months").whole())));
        agreedEnd(decision).ifPresent(day -> happened.put(Schedule.WARRANTY_END, day));
        recorded.stream()
                .filter(each -> each.position() == 0 || each.position() == instalment.position())
                .forEach(each -> happened.put(each.event(), each.on()));
        return happened;
    }

    /** By the contract, as an attached set says. */
    private static Optional<LocalDate> agreedEnd(Decision decision) {
        return decision.all(Check.class).stream()
                .filter(check -> check.subject().equals(Schedule.WARRANTY_END))
                .map(check -> check.reason().arguments())
                .map(values -> LocalDate.parse(String.valueOf(values.get(values.size() - 1))))
                .min(LocalDate::compareTo);
    }

    private static Optional<LocalDate> on(OrderFile file, MilestoneName milestone) {
        return file.passed().stream().filter(each -> each.name().equals(milestone)).map(each -> each.on()).findFirst();
    }
}
