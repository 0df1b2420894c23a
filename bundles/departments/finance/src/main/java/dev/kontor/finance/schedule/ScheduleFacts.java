package dev.kontor.finance.schedule;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.rule.FactSource;
import dev.kontor.finance.facts.InstalmentOpen;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is open of the order, by the revision that is cleared: nothing goes on unpaid while finance has still to take it over. */
@Component
public final class ScheduleFacts implements FactSource {

    private final Schedule schedule;

    @Activate
    public ScheduleFacts(@Reference Schedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(InstalmentOpen.class);
    }

    @Override
    public Collection<? extends Record> about(OrderFile file) {
        return schedule.inForce(file).stream().filter(due -> !due.isPaid()).map(due -> open(due, file.today())).toList();
    }

    private static InstalmentOpen open(Due due, LocalDate today) {
        return new InstalmentOpen(
                due.subject(),
                due.kind(),
                due.open().amount(),
                due.amount().currency(),
                due.dueOn().isPresent(),
                due.dueOn().map(LocalDate::toString).orElse(""),
                due.daysLate(today),
                due.disputed());
    }
}
