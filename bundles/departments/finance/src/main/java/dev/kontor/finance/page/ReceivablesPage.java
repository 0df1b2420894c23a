package dev.kontor.finance.page;

import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.PlannedInstalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is due this week and what is late, by age, with what is to be done next about each. */
@Component
public final class ReceivablesPage implements Page {

    private static final int ROWS = 50;
    private static final int DAYS_AHEAD = 7;
    private static final List<String> LEVELS = List.of("", "call", "reminder", "letter", "lawyer", "decision");

    private final Receivables receivables;
    private final Orders orders;
    private final Clock clock;

    @Activate
    public ReceivablesPage(@Reference Receivables receivables, @Reference Orders orders, @Reference Clock clock) {
        this.receivables = receivables;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "finance/receivables";
    }

    @Override
    public Text title() {
        return Text.of("finance.schedule.receivables");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("finance", "report-money", 5));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(
                Role.FINANCE_CLERK,
                Role.FINANCE_REVIEWER,
                Role.FINANCE_CREDIT,
                Role.SALES_HEAD,
                Role.LEADERSHIP,
                Role.SUPERVISOR,
                Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        LocalDate until = clock.today().plusDays(DAYS_AHEAD);
        List<Block> blocks = new ArrayList<>();
        if (query.parameter("after").isEmpty()) {
            blocks.addAll(charts(until));
        }
        blocks.add(list(query, until));
        return View.of(title(), blocks.toArray(Block[]::new)).refreshedBy("order.changed", "task.ended");
    }

    /** One for each currency. */
    private List<Block> charts(LocalDate until) {
        Map<String, List<Receivables.Age>> byCurrency = receivables.ages(until).stream()
                .collect(Collectors.groupingBy(age -> age.open().currency(), TreeMap::new, Collectors.toList()));
        return byCurrency.entrySet().stream()
                .<Block>map(each -> new Block.Chart(
                        Text.of("finance.schedule.ageing", each.getKey()),
                        Text.of("finance.schedule.level"),
                        LEVELS.stream()
                                .flatMap(level -> each.getValue().stream().filter(age -> age.level().equals(level)))
                                .map(age -> new Block.Beam(age(age.level()), age.open(), tone(age.level()), ""))
                                .toList()))
                .toList();
    }

    private Block list(Query query, LocalDate until) {
        String after = query.parameter("after");
        int blank = after.indexOf('_');
        int rows = query.rows(ROWS);
        List<PlannedInstalment> found = receivables.after(
                blank < 0 ? "" : after.substring(0, blank), blank < 0 ? "" : after.substring(blank + 1), until, rows);
        return new Block.Table(
                Text.of("finance.schedule.owed"),
                DueCells.columns("schedule.due-on", "customer", "order", "schedule.instalment", "#schedule.open", "state", "schedule.next"),
                found.stream().flatMap(each -> row(each.due(), query).stream()).toList(),
                found.size() < rows ? "" : next(found.get(found.size() - 1), rows),
                Text.of("finance.schedule.nothing-owed"));
    }

    private static String next(PlannedInstalment last, int rows) {
        Due due = last.due();
        return "finance/receivables?rows=%d&after=%s_%s/%d".formatted(rows, due.dueOn().orElseThrow(), due.order(), due.position());
    }

    /** Of orders that the reader may see. */
    private Optional<List<Cell>> row(Due due, Query query) {
        Optional<OrderSummary> order = orders.summary(due.order(), query.reader());
        String page = "orders/" + due.order() + "?tab=" + ScheduleTab.ID;
        return order.map(seen -> List.of(
                DueCells.day(due),
                Cell.link(Text.plain(due.customerName()), "customers/" + due.customer()),
                Cell.link(Text.plain(due.order().value()), page),
                DueCells.kind(due),
                new Cell.Amount(due.open()),
                DueCells.state(due, clock.today()),
                Cell.link(action(due.level()), page)));
    }

    private static Text age(String level) {
        return level.isEmpty() ? Text.of("finance.schedule.state-open") : DueCells.level(level);
    }

    private static Text action(String level) {
        return level.isEmpty() ? DueCells.level("before-due") : DueCells.level(level);
    }

    private static Tone tone(String level) {
        return level.isEmpty() ? Tone.INFO : level.equals("call") || level.equals("reminder") ? Tone.WARNING : Tone.BAD;
    }
}
