package dev.kontor.kernel.desk;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.facts.RecentContracts;
import dev.kontor.kernel.customer.CustomerBook;
import dev.kontor.kernel.roster.RosterRows;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.rule.FactSources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gathers what rules look at. */
@Component(service = Facts.class)
public final class Facts {

    /** The span over which split contracts are added up. */
    private static final int SPAN_DAYS = 30;

    private final FactSources sources;
    private final RosterRows roster;
    private final CustomerBook customers;
    private final Rows rows;

    @Activate
    public Facts(
            @Reference FactSources sources,
            @Reference RosterRows roster,
            @Reference CustomerBook customers,
            @Reference Rows rows) {
        this.sources = sources;
        this.roster = roster;
        this.customers = customers;
        this.rows = rows;
    }

    /**
     * Adds to those that were handed in. An order among them, about to be put in force, stands for the one in force.
     *
     * @throws CannotDecide when the source of a type on the roster does not run: silence must not read as "none"
     */
    List<Record> gather(Set<String> needs, OrderFile file, List<Record> given) {
        for (RosterRows.Enrolled member : roster.members(RosterRows.FACT_TYPE)) {
            if (needs.contains(member.name()) && !sources.offers(member.name())) {
                throw new CannotDecide("Nobody offers " + member.name() + " now.");
            }
        }
        List<Record> facts = new ArrayList<>(given);
        Optional<Order> proposed =
                given.stream().filter(Order.class::isInstance).map(Order.class::cast).findFirst();
        if (proposed.isEmpty()) {
            file.order().ifPresent(facts::add);
        }
        proposed.or(file::order).ifPresent(order -> {
            if (needs.contains(RecentContracts.class.getName())) {
                facts.add(recent(order));
            }
        });
        for (FactSource source : sources.of(needs)) {
            ClassLoaders.as(source, () -> source.about(file)).stream()
                    .filter(fact -> needs.contains(fact.getClass().getName()))
                    .forEach(facts::add);
        }
        return facts;
    }

    /** The customers are locked, in one order, so that two orders of one group do not overlook each other. */
    private RecentContracts recent(Order order) {
        List<CustomerId> group = customers.group(order.customer()).stream()
                .sorted(Comparator.comparing(CustomerId::value))
                .toList();
        group.forEach(customers::lock);
        LocalDate last = order.contract().signedOn();
        List<Object> values = new ArrayList<>(group);
        values.addAll(List.of(order.currency(), last.minusDays(SPAN_DAYS), last, order.number()));
        Row others = rows.one("select coalesce(sum(total), 0), count(*) from kernel_contract where customer in ("
                        + Rows.places(group.size()) + ") and currency = ? and signed_on > ? and signed_on <= ?"
                        + " and order_number <> ?", values.toArray())
                .orElseThrow();
        Money total = order.total().plus(new Money(others.amount(0), order.currency()));
        return new RecentContracts(SPAN_DAYS, total, others.whole(1) + 1);
    }
}
