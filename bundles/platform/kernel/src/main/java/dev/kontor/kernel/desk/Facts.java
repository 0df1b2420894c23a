package dev.kontor.kernel.desk;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.facts.RecentContracts;
import dev.kontor.kernel.roster.RosterRows;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.rule.FactSources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gathers what rules look at. */
@Component(service = Facts.class)
public final class Facts {

    /** The span over which split contracts are added up. */
    private static final int SPAN_DAYS = 30;

    private final FactSources sources;
    private final Rows rows;

    @Activate
    public Facts(@Reference FactSources sources, @Reference Rows rows) {
        this.sources = sources;
        this.rows = rows;
    }

    /**
     * Adds to those that were handed in. An order among them, about to be put in force, stands for the one in force.
     *
     * @param rates of the sets that are asked
     * @param enrolled on the roster
     * @throws CannotDecide when the source of a type on the roster does not run: silence must not read as "none"
     */
    List<Record> gather(
            Set<String> needs, Rates rates, List<RosterRows.Enrolled> enrolled, OrderFile file, Optional<Order> inForce, List<Record> given) {
        for (RosterRows.Enrolled member : enrolled) {
            if (member.kind().equals(RosterRows.FACT_TYPE) && needs.contains(member.name()) && !sources.offers(member.name())) {
                throw new CannotDecide("Nobody offers " + member.name() + " now.");
            }
        }
        List<Record> facts = new ArrayList<>(given);
        Optional<Order> proposed =
                given.stream().filter(Order.class::isInstance).map(Order.class::cast).findFirst();
        if (proposed.isEmpty()) {
            inForce.ifPresent(facts::add);
        }
        if (needs.contains(RecentContracts.class.getName())) {
            proposed.or(() -> inForce).ifPresent(order -> facts.add(recent(file, order, rates)));
        }
        for (FactSource source : sources.of(needs)) {
            source.about(file).stream()
                    .filter(fact -> needs.contains(fact.getClass().getName()))
                    .forEach(facts::add);
        }
        return facts;
    }

    /** Two orders of one group do not overlook each other: the customers are locked. */
    private RecentContracts recent(OrderFile file, Order order, Rates rates) {
        List<CustomerId> group = file.lock(order.customer());
        LocalDate day = order.contract().signedOn();
        List<Object> values = new ArrayList<>(group);
        values.addAll(List.of(day.minusDays(SPAN_DAYS), day.plusDays(SPAN_DAYS), order.number(),
                MilestoneName.REVIEW_TERMINATED));
        List<Signed> others = rows.all("select signed_on, total, currency from kernel_contract c where customer in ("
                        + Rows.places(group.size()) + ") and signed_on > ? and signed_on < ?"
                        + " and order_number <> ? and not exists (select 1 from kernel_milestone m"
                        + " where m.order_number = c.order_number and m.name = ?)", values.toArray())
                .stream()
                .map(row -> new Signed(row.day(0), rates.yuan(new Money(row.amount(1), row.text(2)), row.day(0))))
                .toList();
        Money own = rates.yuan(order.total(), day);
        return Stream.concat(Stream.of(day), others.stream().map(Signed::on).filter(day::isBefore))
                .map(last -> until(last, own, others))
                .max(Comparator.comparing(RecentContracts::total))
                .orElseThrow();
    }

    /** The span that ends on the day; this order lies in it. */
    private static RecentContracts until(LocalDate last, Money own, List<Signed> others) {
        List<Money> within = others.stream()
                .filter(other -> other.on().isAfter(last.minusDays(SPAN_DAYS)) && !other.on().isAfter(last))
                .map(Signed::total)
                .toList();
        return new RecentContracts(SPAN_DAYS, within.stream().reduce(own, Money::plus), within.size() + 1);
    }

    /**
     * Another contract of the group.
     *
     * @param total in yuan
     */
    private record Signed(LocalDate on, Money total) {}
}
