package dev.kontor.kernel.machine;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.Machine.Passed;
import dev.kontor.api.machine.Machine.Struck;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.rows.Stamps;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The machines' rows. Writing wants the lock of the machine's order. */
@Component(service = MachineRows.class)
public final class MachineRows {

    private static final String SELECT = "select serial, order_number, line, model, quantity, revision, enrolled_at,"
            + " struck, struck_at, struck_by, struck_why from kernel_machine where ";

    private final Rows rows;
    private final Stamps stamps = new Stamps();

    @Activate
    public MachineRows(@Reference Rows rows) {
        this.rows = rows;
    }

    /** Those that the order has, by serial number. */
    public List<Machine> of(OrderNumber order) {
        return machines(rows.all(SELECT + "struck = 0 and order_number = ? order by serial", order));
    }

    /** One that was struck, too. */
    Optional<Machine> machine(SerialNumber serial) {
        return machines(rows.all(SELECT + "serial = ?", serial)).stream().findFirst();
    }

    /** At most so many from a serial number on, struck or not, by serial number. */
    List<Machine> from(String serial, String until, int limit) {
        return machines(rows.all(SELECT + "serial >= ? and serial < ? order by serial fetch first " + limit + " rows only", serial, until));
    }

    /** Who answers for the orders of these machines, asked once. */
    Map<OrderNumber, PersonId> representatives(List<Machine> part) {
        Object[] numbers = part.stream().map(Machine::order).distinct().toArray();
        return numbers.length == 0
                ? Map.of()
                : rows.all("select number, representative from kernel_order where number in (" + Rows.places(numbers.length) + ")", numbers)
                        .stream()
                        .collect(Collectors.toMap(row -> new OrderNumber(row.text(0)), row -> new PersonId(row.text(1))));
    }

    private List<Machine> machines(List<Row> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, List<Row>> passed = rows
                .all("select serial, name, happened_on, reached_at, reached_by from kernel_machine_milestone where serial in ("
                        + Rows.places(found.size()) + ") order by running", found.stream().map(row -> (Object) row.text(0)).toArray())
                .stream()
                .collect(Collectors.groupingBy(row -> row.text(0)));
        return found.stream().map(row -> machine(row, passed.getOrDefault(row.text(0), List.of()))).toList();
    }

    private static Machine machine(Row row, List<Row> passed) {
        return new Machine(
                new SerialNumber(row.text(0)), new OrderNumber(row.text(1)), row.whole(2), row.text(3), row.amount(4), row.whole(5),
                row.instant(6),
                passed.stream()
                        .map(each -> new Passed(
                                new MilestoneName(each.text(1)), each.day(2), each.instant(3), new PersonId(each.text(4))))
                        .toList(),
                row.flag(7) ? Optional.of(struck(row)) : Optional.empty());
    }

    private static Struck struck(Row row) {
        Text why = row.text(10).isEmpty() ? Text.plain("") : Canonical.read(row.text(10), Text.class);
        return new Struck(row.instant(8), row.text(9).isEmpty() ? PersonId.SYSTEM : new PersonId(row.text(9)), why);
    }

    /** Whose machine carries it, struck or not. Who asks has the serial number for themselves until the command ends. */
    public Optional<OrderNumber> holder(SerialNumber serial) {
        rows.take("machine " + serial);
        return rows.one("select order_number from kernel_machine where serial = ?", serial).map(row -> new OrderNumber(row.text(0)));
    }

    public void enrol(SerialNumber serial, OrderNumber order, int line, String model, BigDecimal quantity, int revision, Instant at) {
        rows.run("insert into kernel_machine (serial, order_number, line, model, quantity, revision, struck, enrolled_at)"
                + " values (?, ?, ?, ?, ?, ?, 0, ?)", serial, order, line, model, quantity, revision, at);
    }

    public void carryOver(SerialNumber serial, int revision) {
        rows.run("update kernel_machine set revision = ? where serial = ?", revision, serial);
    }

    public void strike(SerialNumber serial, Text why, PersonId by, Instant at) {
        rows.run("update kernel_machine set struck = 1, struck_at = ?, struck_by = ?, struck_why = ? where serial = ?",
                at, by, Canonical.text(why), serial);
    }

    public void reach(SerialNumber serial, MilestoneName milestone, LocalDate on, PersonId by, Instant at) {
        rows.run("insert into kernel_machine_milestone (serial, name, running, happened_on, reached_by, reached_at)"
                + " values (?, ?, ?, ?, ?, ?)", serial, milestone, stamps.next(), on, by, at);
    }

    public void withdraw(SerialNumber serial, MilestoneName milestone) {
        rows.run("delete from kernel_machine_milestone where serial = ? and name = ?", serial, milestone);
    }
}
