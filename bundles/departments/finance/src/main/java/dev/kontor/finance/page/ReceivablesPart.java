package dev.kontor.finance.page;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.CustomerPart;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.ScheduleRows;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a customer owes and when, on the customer's page. */
@Component
public final class ReceivablesPart implements CustomerPart {

    private static final int MOST = 50;

    private final ScheduleRows rows;
    private final Clock clock;

    @Activate
    public ReceivablesPart(@Reference ScheduleRows rows, @Reference Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public int position() {
        return 11;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(
                Role.FINANCE_CLERK, Role.FINANCE_REVIEWER, Role.FINANCE_CREDIT, Role.SALES_HEAD, Role.LEADERSHIP, Role.AUDITOR);
    }

    @Override
    public List<Block> show(CustomerId customer, Person reader) {
        List<Due> owed = rows.owedBy(customer.value(), MOST);
        return owed.isEmpty()
                ? List.of()
                : List.of(new Block.Table(
                        Text.of("finance.schedule.owed"),
                        DueCells.columns("schedule.due-on", "order", "schedule.instalment", "#schedule.open", "state"),
                        owed.stream().map(this::row).toList(),
                        "",
                        Text.plain("")));
    }

    private List<Cell> row(Due due) {
        return List.of(
                DueCells.day(due),
                Cell.link(Text.plain(due.order().value()), "orders/" + due.order() + "?tab=" + ScheduleTab.ID),
                DueCells.kind(due),
                new Cell.Amount(due.open()),
                DueCells.state(due, clock.today()));
    }
}
