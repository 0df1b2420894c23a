package dev.kontor.finance.page;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.PlannedInstalment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * All that is owed by age, and what is due this week or late, with what is to be done next about each; of a customer or
 * a representative, if one is asked for.
 */
@Component
public final class ReceivablesPage implements Page {

    private static final int ROWS = 50;
    private static final int DAYS_AHEAD = 7;
    private static final int PART = 200;
    private static final String PATH = "finance/receivables";
    private static final String CUSTOMER = "customer";
    private static final String REPRESENTATIVE = "representative";

    /** Who sees what is owed on every order. */
    private static final Set<Role> ALL = Set.of(
            Role.FINANCE_CLERK,
            Role.FINANCE_REVIEWER,
            Role.FINANCE_CREDIT,
            Role.SALES_HEAD,
            Role.LEADERSHIP,
            Role.SUPERVISOR,
            Role.AUDITOR);

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
        return PATH;
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
        return Stream.concat(ALL.stream(), Stream.of(Role.SALES_REP)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public View show(Query query) {
        LocalDate until = clock.today().plusDays(DAYS_AHEAD);
        Receivables.Narrowed narrowed = narrowed(query);
        List<Block> blocks = new ArrayList<>();
        if (query.parameter("after").isEmpty()) {
            blocks.add(filter(query));
            blocks.addAll(charts(narrowed));
        }
        blocks.add(list(query, until, narrowed));
        return View.of(title(), blocks.toArray(Block[]::new)).refreshedBy("order.changed", "task.ended");
    }

    private static Block filter(Query query) {
        Form form = Form.of(
                Text.of("finance.schedule.show"),
                Field.text(CUSTOMER, Text.of("finance.customer")).optional().suggesting("customer"),
                Field.text(REPRESENTATIVE, Text.of("finance.schedule.representative")).optional().suggesting("person"));
        Map<String, Object> stand = new HashMap<>();
        Stream.of(CUSTOMER, REPRESENTATIVE)
                .filter(field -> !query.parameter(field).isEmpty())
                .forEach(field -> stand.put(field, query.parameter(field)));
        return new Block.Inquiry(PATH, form, new Values(stand), List.of());
    }

    /** As asked for; sales representatives see what is owed on their own orders. */
    private Receivables.Narrowed narrowed(Query query) {
        boolean all = ALL.stream().anyMatch(query.reader()::holds);
        Optional<PersonId> representative = Optional.of(query.parameter(REPRESENTATIVE))
                .filter(name -> name.matches("[a-z][a-z0-9._-]{0,63}"))
                .map(PersonId::new);
        Optional<PersonId> whose = all ? representative : Optional.of(query.reader().id());
        return new Receivables.Narrowed(query.parameter(CUSTOMER), whose.map(person -> ordersOf(person, query)));
    }

    private List<OrderNumber> ordersOf(PersonId representative, Query query) {
        List<OrderNumber> numbers = new ArrayList<>();
        OrderFilter filter = OrderFilter.ALL.by(Optional.of(representative));
        String after = "";
        do {
            Orders.Page page = orders.list(filter, new OrderSort(OrderSort.By.NUMBER, true), after, PART, query.reader());
            page.orders().forEach(each -> numbers.add(each.number()));
            after = page.next();
        } while (!after.isEmpty());
        return numbers;
    }

    /** One for each currency. */
    private List<Block> charts(Receivables.Narrowed narrowed) {
        Map<String, List<Receivables.Age>> byCurrency = receivables.ages(clock.today(), narrowed).stream()
                .collect(Collectors.groupingBy(age -> age.open().currency(), TreeMap::new, Collectors.toList()));
        return byCurrency.entrySet().stream()
                .<Block>map(each -> new Block.Chart(
                        Text.of("finance.schedule.ageing", each.getKey()),
                        Text.of("finance.schedule.level"),
                        each.getValue().stream().map(age -> new Block.Beam(words(age), age.open(), tone(age), "")).toList()))
                .toList();
    }

    private Block list(Query query, LocalDate until, Receivables.Narrowed narrowed) {
        String after = query.parameter("after");
        int blank = after.indexOf('_');
        int rows = query.rows(ROWS);
        List<PlannedInstalment> found = receivables.after(
                blank < 0 ? "" : after.substring(0, blank), blank < 0 ? "" : after.substring(blank + 1), until, rows, narrowed);
        return new Block.Table(
                Text.of("finance.schedule.owed"),
                DueCells.columns("schedule.due-on", "customer", "order", "schedule.instalment", "#schedule.open", "state", "schedule.next"),
                found.stream().flatMap(each -> row(each.due(), query).stream()).toList(),
                found.size() < rows ? "" : next(query, found.get(found.size() - 1), rows),
                Text.of("finance.schedule.nothing-owed"));
    }

    private static String next(Query query, PlannedInstalment last, int rows) {
        Due due = last.due();
        String narrowed = Stream.of(CUSTOMER, REPRESENTATIVE)
                .filter(field -> !query.parameter(field).isEmpty())
                .map(field -> "&" + field + "=" + URLEncoder.encode(query.parameter(field), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return PATH + "?rows=%d%s&after=%s_%s/%d".formatted(rows, narrowed, due.dueOn().orElseThrow(), due.order(), due.position());
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

    private static Text words(Receivables.Age age) {
        if (!age.isLate()) {
            return Text.of("finance.schedule.state-open");
        }
        return age.isLast()
                ? Text.of("finance.schedule.late-more", age.from() - 1)
                : Text.of("finance.schedule.late-from-to", age.from(), age.to());
    }

    private static Text action(String level) {
        return level.isEmpty() ? DueCells.level("before-due") : DueCells.level(level);
    }

    private static Tone tone(Receivables.Age age) {
        return !age.isLate() ? Tone.INFO : age.from() == 1 ? Tone.WARNING : Tone.BAD;
    }
}
