package dev.kontor.kernel.arrival;

import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.kernel.roster.RosterRows;
import dev.kontor.kernel.rows.Bell;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.rows.Stamps;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The arrivals' rows: one for each rostered department, order and revision, until the department has opened the file. */
@Component(service = Arrivals.class)
public final class Arrivals {

    private final Rows rows;
    private final RosterRows roster;
    private final Stamps stamps = new Stamps();
    private final Bell bell = new Bell();

    @Activate
    public Arrivals(@Reference Rows rows, @Reference RosterRows roster) {
        this.rows = rows;
        this.roster = roster;
    }

    /** An order file on its way. */
    record Arrival(OrderNumber order, String department, int revision, int attempts) {}

    /** Rings when there may be work. */
    public Bell bell() {
        return bell;
    }

    /** Sends the file to every rostered department, running or not, that waited for this milestone alone. */
    public void send(OrderNumber order, MilestoneName reached, Set<MilestoneName> standing, int revision, Instant at) {
        roster.members(RosterRows.DEPARTMENT).stream()
                .filter(member -> member.opensOn().contains(reached) && standing.containsAll(member.opensOn()))
                .forEach(member -> send(order, member.name(), revision, at));
    }

    /** Whether a department has a say, running or not. */
    public boolean rostered(String department) {
        return roster.has(department);
    }

    private void send(OrderNumber order, String department, int revision, Instant at) {
        boolean before = rows.one(
                        "select revision from kernel_arrived where order_number = ? and department = ? and revision = ?",
                        order, department, revision)
                .isPresent();
        if (before) {
            return;
        }
        rows.run("insert into kernel_arrived (order_number, department, revision) values (?, ?, ?)", order, department, revision);
        rows.run(
                "insert into kernel_arrival (order_number, department, revision, running, arrived_at, attempts, failure)"
                        + " values (?, ?, ?, ?, ?, 0, '')",
                order, department, revision, stamps.next(), at);
    }

    /** Those of these departments: those never tried first, then the oldest. */
    List<Arrival> waiting(Set<String> departments, int limit) {
        if (departments.isEmpty()) {
            return List.of();
        }
        return rows
                .all("select order_number, department, revision, attempts from kernel_arrival where department in ("
                        + Rows.places(departments.size()) + ") order by attempts, running fetch first " + limit + " rows only",
                        departments.toArray())
                .stream()
                .map(row -> new Arrival(new OrderNumber(row.text(0)), row.text(1), row.whole(2), row.whole(3)))
                .toList();
    }

    /** For a company's own departments, which join while the first orders may be under way already. */
    public void catchUp(String department, Set<MilestoneName> opensOn, Instant at) {
        if (opensOn.isEmpty()) {
            return;
        }
        List<Object> values = new java.util.ArrayList<>(opensOn);
        values.add(opensOn.size());
        rows.all("select o.number, o.revision from kernel_order o where (select count(*) from kernel_milestone m"
                        + " where m.order_number = o.number and m.name in (" + Rows.places(opensOn.size()) + ")) = ?",
                        values.toArray())
                .forEach(row -> send(new OrderNumber(row.text(0)), department, row.whole(1), at));
    }

    /** False when it was taken meanwhile. */
    boolean take(Arrival arrival) {
        return rows.run("delete from kernel_arrival where order_number = ? and department = ? and revision = ?",
                arrival.order(), arrival.department(), arrival.revision()) == 1;
    }

    void failed(Arrival arrival, String reference) {
        rows.run("update kernel_arrival set attempts = attempts + 1, failure = ? where order_number = ? and department = ?"
                + " and revision = ?", reference, arrival.order(), arrival.department(), arrival.revision());
    }
}
