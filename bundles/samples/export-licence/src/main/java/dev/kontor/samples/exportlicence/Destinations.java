package dev.kontor.samples.exportlicence;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.customer.Customers;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.FactSource;
import dev.kontor.samples.exportlicence.facts.Destination;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks the customer's country up and counts what the dual-use list names. */
@Component
public final class Destinations implements FactSource {

    private static final Set<String> LISTED = Set.of("定位精度", "positioning accuracy", "联动轴数", "simultaneous axes");

    private final Customers customers;

    @Activate
    public Destinations(@Reference Customers customers) {
        this.customers = customers;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(Destination.class);
    }

    @Override
    public Collection<? extends Record> about(OrderFile file) {
        return file.order().map(order -> List.of(destination(order))).orElse(List.of());
    }

    private Destination destination(Order order) {
        String country = customers.customer(order.customer()).map(Customer::country).orElse("").strip();
        int listed = (int) order.lines().stream()
                .flatMap(line -> line.parameters().stream())
                .filter(parameter -> LISTED.contains(parameter.name().strip().toLowerCase(Locale.ROOT)))
                .count();
        return new Destination(country, !country.isEmpty() && !country.equals("CN"), listed);
    }
}
