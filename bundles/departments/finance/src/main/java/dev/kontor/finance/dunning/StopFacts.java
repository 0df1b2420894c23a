package dev.kontor.finance.dunning;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.rule.FactSource;
import dev.kontor.finance.facts.DunningStop;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.PlannedInstalment;
import dev.kontor.finance.schedule.ScheduleRows;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether something is open for which deliveries to the order's customer are stopped, of this order or another. The customer is
 * locked: who pays and who ships come one after the other.
 */
@Component
public final class StopFacts implements FactSource {

    private static final Set<String> STOPPING = Set.of("letter", "lawyer", "decision");
    private static final int MOST = 50;

    private final DunningBook book;
    private final ScheduleRows rows;

    @Activate
    public StopFacts(@Reference DunningBook book, @Reference ScheduleRows rows) {
        this.book = book;
        this.rows = rows;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(DunningStop.class);
    }

    @Override
    public Collection<? extends Record> about(OrderFile file) {
        return file.order().map(order -> stops(file, order.customer())).orElse(List.of());
    }

    private List<DunningStop> stops(OrderFile file, CustomerId customer) {
        file.lock(customer);
        Stream<DunningStop> dunned = rows.owedBy(customer.value(), MOST).stream()
                .filter(due -> STOPPING.contains(due.level()))
                .map(due -> stop(due, due.level(), "", file));
        Stream<DunningStop> decided = book.stopped(customer.value()).stream()
                .flatMap(hardship -> rows.find(hardship.order(), hardship.position())
                        .filter(PlannedInstalment::isOwed)
                        .map(row -> stop(row.due(), "hardship", hardship.decidedBy(), file))
                        .stream());
        return Stream.concat(dunned, decided).toList();
    }

    private static DunningStop stop(Due due, String level, String by, OrderFile file) {
        return new DunningStop(due.order().value(), due.subject(), level, due.daysLate(file.today()), by);
    }
}
