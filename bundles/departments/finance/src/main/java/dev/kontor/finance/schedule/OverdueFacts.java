package dev.kontor.finance.schedule;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.FactSource;
import dev.kontor.finance.facts.CustomerOverdue;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the order's customer and its affiliates have owed the longest. They are locked: who pays or ships comes one after the other. */
@Component
public final class OverdueFacts implements FactSource {

    private final ScheduleRows rows;

    @Activate
    public OverdueFacts(@Reference ScheduleRows rows) {
        this.rows = rows;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(CustomerOverdue.class);
    }

    @Override
    public Collection<? extends Record> about(OrderFile file) {
        return file.order().flatMap(order -> worst(file, order)).map(List::of).orElse(List.of());
    }

    private Optional<CustomerOverdue> worst(OrderFile file, Order order) {
        return file.lock(order.customer()).stream()
                .flatMap(customer -> rows.owedBy(customer.value(), 1).stream())
                .filter(due -> due.isOverdue(file.today()))
                .max(Comparator.comparingInt(due -> due.daysLate(file.today())))
                .map(due -> new CustomerOverdue(
                        due.customer(),
                        due.order().value(),
                        due.subject(),
                        due.open().amount(),
                        due.amount().currency(),
                        due.daysLate(file.today())));
    }
}
