package dev.kontor.finance.settlement;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.finance.invoice.InvoiceBook;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a customer was invoiced, has paid and owes, order by order (对账单). Usable only inside a command or a read. */
@Component(service = Statement.class)
public final class Statement {

    private static final int PART = 200;

    private final Orders orders;
    private final Schedule schedule;
    private final InvoiceBook invoices;

    @Activate
    public Statement(@Reference Orders orders, @Reference Schedule schedule, @Reference InvoiceBook invoices) {
        this.orders = orders;
        this.schedule = schedule;
        this.invoices = invoices;
    }

    /** @param due what has fallen due and is not paid, {@code later} what is owed and has not */
    record Row(OrderNumber order, String contract, Money total, Money invoiced, Money paid, Money due, Money later) {

        boolean isOpen() {
            return due.isPositive() || later.isPositive();
        }
    }

    /** Every order of the customer whose instalments are followed and that the reader may see, by number. */
    List<Row> rows(Customer customer, Person reader, LocalDate today) {
        List<Row> rows = new ArrayList<>();
        OrderFilter filter = OrderFilter.ALL.of(Set.of(customer.id()));
        String after = "";
        do {
            Orders.Page page = orders.list(filter, new OrderSort(OrderSort.By.NUMBER, true), after, PART, reader);
            page.orders().stream()
                    .filter(each -> !each.milestone().equals(MilestoneName.REVIEW_TERMINATED))
                    .flatMap(each -> orders.order(each.number(), reader).map(order -> row(each, order, today)).stream())
                    .filter(each -> !schedule.of(each.order()).isEmpty())
                    .forEach(rows::add);
            after = page.next();
        } while (!after.isEmpty());
        return rows;
    }

    private Row row(OrderSummary summary, Order order, LocalDate today) {
        List<Due> dues = schedule.of(order.number());
        List<Due> open = dues.stream().filter(due -> !due.isPaid()).toList();
        return new Row(
                order.number(),
                summary.contract().written(),
                order.total(),
                invoices.invoiced(order).total(),
                sum(order, dues, Due::paid),
                sum(order, open.stream().filter(due -> isDue(due, today)).toList(), Due::open),
                sum(order, open.stream().filter(due -> !isDue(due, today)).toList(), Due::open));
    }

    private static boolean isDue(Due due, LocalDate today) {
        return due.dueOn().filter(day -> !day.isAfter(today)).isPresent();
    }

    private static Money sum(Order order, List<Due> dues, Function<Due, Money> what) {
        return dues.stream().map(what).reduce(Money.zero(order.currency()), Money::plus);
    }

    /** Who owes, as of which day, each order, and the sums by currency. */
    static List<Block> blocks(Customer customer, List<Row> rows, LocalDate today) {
        return List.of(
                new Block.Facts(Text.of("finance.statement.head"), List.of(
                        new Block.Fact(Text.of("finance.customer"), Cell.plain(customer.name())),
                        new Block.Fact(Text.of("finance.statement.credit-code"), Cell.plain(customer.creditCode())),
                        new Block.Fact(Text.of("finance.statement.as-of"), new Cell.Day(today)))),
                new Block.Table(
                        Text.of("finance.statement.orders"),
                        List.of(
                                Block.Column.of(Text.of("finance.order")),
                                Block.Column.of(Text.of("finance.contract")),
                                Block.Column.number(Text.of("finance.statement.total")),
                                Block.Column.number(Text.of("finance.statement.invoiced")),
                                Block.Column.number(Text.of("finance.statement.paid")),
                                Block.Column.number(Text.of("finance.statement.due")),
                                Block.Column.number(Text.of("finance.statement.later"))),
                        rows.stream().map(Statement::cells).toList(),
                        "",
                        Text.of("finance.statement.none")),
                new Block.Facts(Text.of("finance.statement.owed"), owed(rows)));
    }

    private static List<Cell> cells(Row row) {
        return List.of(
                Cell.link(Text.plain(row.order().value()), "orders/" + row.order()),
                Cell.plain(row.contract()),
                new Cell.Amount(row.total()),
                new Cell.Amount(row.invoiced()),
                new Cell.Amount(row.paid()),
                new Cell.Amount(row.due()),
                new Cell.Amount(row.later()));
    }

    private static List<Block.Fact> owed(List<Row> rows) {
        Map<String, Money> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(row.total().currency(), row.due().plus(row.later()), Money::plus));
        return sums.entrySet().stream().map(each -> new Block.Fact(Text.plain(each.getKey()), new Cell.Amount(each.getValue()))).toList();
    }
}
