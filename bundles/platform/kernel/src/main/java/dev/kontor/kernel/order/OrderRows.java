package dev.kontor.kernel.order;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.time.Clock;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.rows.Condition;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The orders' rows, read in the transaction of the thread. */
@Component(service = OrderRows.class)
public final class OrderRows {

    /** What {@link #summary(Row)} reads, in its order; {@code running} and {@code due_at} come last. */
    static final String SUMMARY = "select number, revision, contract, customer, customer_name, signed_on, representative,"
            + " milestone, total, currency, judged, registered_at, version, running, due_at from kernel_order";

    private final Rows rows;
    private final Clock clock;

    @Activate
    public OrderRows(@Reference Rows rows, @Reference Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Who stands in for a sales representative today sees that one's orders too. */
    public Sight sight(Person person) {
        Sight own = Sight.of(person);
        if (own.onlyOf().isEmpty()) {
            return own;
        }
        LocalDate today = clock.today();
        Set<PersonId> all = new HashSet<>(own.onlyOf());
        rows.all("select distinct d.from_account from kernel_delegation d"
                        + " join kernel_account a on a.id = d.from_account and a.enabled = 1"
                        + " join kernel_account_role r on r.account = d.from_account and r.role_name = d.role_name"
                        + " where d.to_account = ? and d.role_name = ? and d.first_day <= ? and d.last_day >= ?",
                        person.id(), Role.SALES_REP, today, today)
                .forEach(row -> all.add(new PersonId(row.text(0))));
        return new Sight(true, all);
    }

    /** The order, if the person may see it. */
    public Optional<OrderSummary> seen(OrderNumber number, Person reader) {
        Sight sight = sight(reader);
        return sight.any() ? summary(number).filter(found -> sight.covers(found.representative())) : Optional.empty();
    }

    public Optional<OrderSummary> summary(OrderNumber number) {
        return rows.one(SUMMARY + " where number = ?", number).map(OrderRows::summary);
    }

    static OrderSummary summary(Row row) {
        int revision = row.whole(1);
        return new OrderSummary(
                new OrderNumber(row.text(0)),
                revision,
                new ContractNumber(row.text(2)),
                new CustomerId(row.text(3)),
                row.text(4),
                row.day(5),
                new PersonId(row.text(6)),
                new MilestoneName(row.text(7)),
                revision == 0 ? Optional.empty() : Optional.of(new Money(row.amount(8), row.text(9))),
                row.flag(10),
                row.instant(11),
                row.number(12));
    }

    public Optional<Revision> revision(OrderNumber number, int revision) {
        return text(number, revision).map(text -> new Revision(Canonical.read(text, Order.class), text));
    }

    /** A revision as it is kept: canonical JSON. */
    public Optional<String> text(OrderNumber number, int revision) {
        return rows.one("select content from kernel_revision where order_number = ? and revision = ?", number, revision)
                .map(row -> row.text(0));
    }

    /** The canonical text of each revision of these orders. */
    public Map<OrderNumber, Map<Integer, String>> texts(List<String> numbers) {
        Condition named = Condition.in("order_number", numbers);
        return rows.all("select order_number, revision, content from kernel_revision where " + named.sql(), named.values().toArray()).stream()
                .collect(Collectors.groupingBy(row -> new OrderNumber(row.text(0)), Collectors.toMap(row -> row.whole(1), row -> row.text(2))));
    }

    /** Oldest first. */
    public List<Milestone> milestones(OrderNumber number) {
        return rows
                .all("select name, revision, happened_on, reached_at, reached_by from kernel_milestone where order_number = ?"
                        + " order by running", number)
                .stream()
                .map(row -> new Milestone(
                        new MilestoneName(row.text(0)), row.whole(1), on(row), row.instant(3), new PersonId(row.text(4))))
                .toList();
    }

    /** The day of one that was recorded without is that of its recording. */
    private LocalDate on(Row row) {
        return row.text(2).isEmpty() ? row.instant(3).atZone(clock.zone()).toLocalDate() : row.day(2);
    }
}
