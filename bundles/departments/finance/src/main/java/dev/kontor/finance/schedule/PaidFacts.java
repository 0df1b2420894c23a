package dev.kontor.finance.schedule;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Money;
import dev.kontor.api.rule.FactSource;
import dev.kontor.finance.facts.MoneyPaid;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is paid of an order, which no change of it goes below. */
@Component
public final class PaidFacts implements FactSource {

    private final Schedule schedule;

    @Activate
    public PaidFacts(@Reference Schedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(MoneyPaid.class);
    }

    @Override
    public Collection<? extends Record> about(OrderFile file) {
        Map<String, Money> paid = new TreeMap<>();
        schedule.history(file.number()).stream()
                .filter(payment -> !payment.isReversed() && payment.kind() != PaymentKind.PENALTY)
                .forEach(payment -> paid.merge(payment.amount().currency(), payment.amount(), Money::plus));
        return file.order().stream()
                .flatMap(order -> paid.values().stream().map(sum -> beside(sum, order.total())))
                .toList();
    }

    private static MoneyPaid beside(Money paid, Money total) {
        boolean same = paid.currency().equals(total.currency());
        return new MoneyPaid(
                paid.amount(), paid.currency(), same, same ? total.amount().subtract(paid.amount()) : BigDecimal.ZERO);
    }
}
