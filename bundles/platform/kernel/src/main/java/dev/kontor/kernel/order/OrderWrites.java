package dev.kontor.kernel.order;

import dev.kontor.api.customer.Customer;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.rows.Stamps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes the orders' rows. Everything but {@link #open} wants the order's lock. */
@Component(service = OrderWrites.class)
public final class OrderWrites {

    private final Rows rows;
    private final Stamps stamps = new Stamps();

    @Activate
    public OrderWrites(@Reference Rows rows) {
        this.rows = rows;
    }

    /** Locks the order's row until the command ends. An update does so alike on every database. */
    public boolean lock(OrderNumber number) {
        return rows.run("update kernel_order set version = version + 1 where number = ?", number) == 1;
    }

    /** Brings up to date when the order is due first. After every change of its open tasks. */
    public void due(OrderNumber number) {
        rows.run("update kernel_order set due_at = coalesce((select min(t.due_at) from kernel_task t where t.order_number ="
                + " kernel_order.number and t.suspended_at = 0 and t.judged = 1), " + Long.MAX_VALUE + ") where number = ?", number);
    }

    /**
     * An order that carries the contract already: the same call-off of a framework contract, or any where one of the two
     * is no framework contract. Who asks has the number for themselves until the command ends.
     *
     * @param asking the order that is to carry it, which does not stand in its own way; empty for a new one
     */
    public Optional<OrderNumber> holder(Contract contract, Optional<OrderNumber> asking) {
        String key = contract.number().canonical();
        rows.take("contract " + key.substring(0, Math.min(key.length(), 100)));
        return carrier(contract, asking);
    }

    /** As {@link #holder}, of a look that keeps nobody from taking the contract at the same time. */
    public Optional<OrderNumber> carrier(Contract contract, Optional<OrderNumber> asking) {
        return rows
                .one("select number from kernel_order where contract_key = ? and (call_off = ? or contract_kind <> ? or contract_kind <> ?)"
                                + " and number <> ? order by number",
                        contract.number().canonical(), contract.callOffKey(), Contract.FRAMEWORK, contract.kind(), asking.map(OrderNumber::value).orElse(""))
                .map(row -> new OrderNumber(row.text(0)));
    }

    /** The year's next number, without gaps: who rolls back gives it back. */
    public OrderNumber next(int year) {
        if (rows.run("update kernel_number set last_number = last_number + 1 where year_of = ?", year) == 0) {
            rows.run("insert into kernel_number (year_of, last_number) values (?, 1)", year);
        }
        long running = rows.one("select last_number from kernel_number where year_of = ?", year).orElseThrow().number(0);
        return OrderNumber.of(year, running);
    }

    /** A file of a contract that is not signed yet. No contract number can be its key: canonical ones have no blanks. */
    public void prepare(OrderNumber number, Contract intended, Customer customer, PersonId representative, Instant at) {
        insert(number, draftKey(number), MilestoneName.ENTRY_PREPARED, intended, customer, representative, true, at);
    }

    private static String draftKey(OrderNumber number) {
        return "draft " + number;
    }

    /** The contract of a prepared file is signed. */
    public void register(OrderNumber number, Contract signed, boolean judged, Instant at) {
        rows.run(
                "update kernel_order set contract_key = ?, contract = ?, contract_kind = ?, call_off = ?, content = ?,"
                        + " signed_on = ?, judged = ?, registered_at = ? where number = ?",
                signed.number().canonical(), signed.number(), signed.kind(), signed.callOffKey(), Canonical.text(signed),
                signed.signedOn(), judged, at, number);
    }

    public void open(
            OrderNumber number, Contract contract, Customer customer, PersonId representative, boolean judged, Instant at) {
        insert(number, contract.number().canonical(), MilestoneName.ENTRY_REGISTERED, contract, customer, representative, judged, at);
    }

    private void insert(
            OrderNumber number, String key, MilestoneName milestone, Contract contract, Customer customer,
            PersonId representative, boolean judged, Instant at) {
        rows.run(
                "insert into kernel_order (number, running, revision, contract_key, contract, contract_kind, call_off,"
                        + " content, customer, customer_name, signed_on, representative, milestone, total, currency, judged,"
                        + " registered_at, version) values (?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 'CNY', ?, ?, 1)",
                number,
                stamps.next(),
                key,
                contract.number(),
                contract.kind(),
                contract.callOffKey(),
                Canonical.text(contract),
                customer.id(),
                customer.name(),
                contract.signedOn(),
                representative,
                milestone,
                judged,
                at);
    }

    /** @param signed false while the contract is a draft: it neither takes its number nor counts among the customer's contracts */
    public void revise(Order order, boolean signed, PersonId by, Instant at) {
        rows.run(
                "insert into kernel_revision (order_number, revision, content, made_by, made_at) values (?, ?, ?, ?, ?)",
                order.number(), order.revision(), Canonical.text(order), by, at);
        rows.run(
                "update kernel_order set revision = ?, contract_key = ?, contract = ?, contract_kind = ?, call_off = ?,"
                        + " content = ?, customer = ?, customer_name = ?, signed_on = ?, representative = ?, total = ?,"
                        + " currency = ? where number = ?",
                order.revision(),
                signed ? order.contract().number().canonical() : draftKey(order.number()),
                order.contract().number(),
                order.contract().kind(),
                order.contract().callOffKey(),
                Canonical.text(order.contract()),
                order.customer(),
                order.customerName(),
                order.contract().signedOn(),
                order.representative(),
                order.total().amount(),
                order.currency(),
                order.number());
        if (signed) {
            count(order);
        }
    }

    /** Among the contracts that the customer signed. */
    private void count(Order order) {
        rows.run("delete from kernel_contract where order_number = ?", order.number());
        rows.run(
                "insert into kernel_contract (order_number, customer, signed_on, total, currency) values (?, ?, ?, ?, ?)",
                order.number(), order.customer(), order.contract().signedOn(), order.total().amount(), order.currency());
    }

    /** @param on the day on which it happened */
    public void reach(OrderNumber number, MilestoneName name, int revision, LocalDate on, PersonId by, Instant at) {
        rows.run("delete from kernel_milestone where order_number = ? and name = ?", number, name);
        rows.run(
                "insert into kernel_milestone (order_number, name, revision, running, happened_on, reached_by, reached_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                number, name, revision, stamps.next(), on, by, at);
        latest(number, name.value());
    }

    public void withdraw(OrderNumber number, MilestoneName name) {
        rows.run("delete from kernel_milestone where order_number = ? and name = ?", number, name);
        List<String> left = rows
                .all("select name from kernel_milestone where order_number = ? order by running desc", number)
                .stream()
                .map(row -> row.text(0))
                .toList();
        latest(number, left.isEmpty() ? MilestoneName.ENTRY_REGISTERED.value() : left.get(0));
    }

    private void latest(OrderNumber number, String milestone) {
        rows.run("update kernel_order set milestone = ? where number = ?", milestone, number);
    }
}
