package dev.kontor.kernel.arrival;

import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.kernel.arrival.Plans.Planned;
import dev.kontor.kernel.roster.RosterRows;
import dev.kontor.kernel.rows.Bell;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.rows.Stamps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The arrivals' rows: one for each arrival of a rostered department, order and revision, until the department has opened the
 * file; and the rows of errands, until the department has attended to them.
 */
@Component(service = Arrivals.class)
public final class Arrivals {

    private final Rows rows;
    private final RosterRows roster;
    private final Plans plans;
    private final Stamps stamps = new Stamps();
    private final Bell bell = new Bell();

    @Activate
    public Arrivals(@Reference Rows rows, @Reference RosterRows roster, @Reference Plans plans) {
        this.rows = rows;
        this.roster = roster;
        this.plans = plans;
    }

    /** An order file on its way to a department, in a command of its own. */
    sealed interface Way {
        /** {@link Plans#COMPANY} for a matter of the company. */
        String order();

        String department();

        int attempts();

        /** One of its kind, department and order. */
        String about();
    }

    /** Of a revision that reached the milestones of one of the department's arrivals. */
    record Arrival(String order, String department, String name, int revision, int attempts) implements Way {
        @Override
        public String about() {
            return name + ", revision " + revision;
        }
    }

    /** For a matter that was left to the department, or whose planned day has come. */
    record Errand(String order, String department, String matter, int attempts) implements Way {
        @Override
        public String about() {
            return matter;
        }
    }

    /** Rings when there may be work. */
    public Bell bell() {
        return bell;
    }

    /** Sends the file wherever a rostered department, running or not, waited for this milestone alone. */
    public void send(OrderNumber order, MilestoneName reached, Set<MilestoneName> standing, int revision, Instant at) {
        roster.members(RosterRows.DEPARTMENT).forEach(member -> member.opensOn().forEach((arrival, milestones) -> {
            if (milestones.contains(reached) && standing.containsAll(milestones)) {
                send(order, member.name(), arrival, revision, at);
            }
        }));
    }

    /**
     * Sends the file to a department for a matter. Once: while it is on its way for it, a second is none.
     *
     * @param order {@link Plans#COMPANY} for a matter of the company
     */
    public void entrust(String order, String department, String matter, Instant at) {
        boolean before = rows.one(
                        "select attempts from kernel_errand where order_number = ? and department = ? and matter = ?",
                        order, department, matter)
                .isPresent();
        if (!before) {
            rows.run("insert into kernel_errand (order_number, department, matter, running, entrusted_at, attempts, failure)"
                    + " values (?, ?, ?, ?, ?, 0, '')", order, department, matter, stamps.next(), at);
        }
    }

    /** Whether anything on its way to one of these departments was not tried yet, or was planned for today or before. */
    public boolean isUnderWay(Set<String> departments, LocalDate today) {
        return waiting(departments, 1).stream().anyMatch(way -> way.attempts() == 0) || !plans.until(today, 1).isEmpty();
    }

    /** Some of the matters whose day has come, the oldest first. */
    List<Planned> due(LocalDate today, int most) {
        return plans.until(today, most);
    }

    /** Sends them to their departments; those that were withdrawn or sent meanwhile are none. */
    void send(List<Planned> due, Instant at) {
        due.stream()
                .filter(each -> plans.withdraw(each.order(), each.department(), each.matter()))
                .forEach(each -> entrust(each.order(), each.department(), each.matter(), at));
    }

    /** Whether a department has a say, running or not. */
    public boolean rostered(String department) {
        return roster.has(department);
    }

    private void send(OrderNumber order, String department, String arrival, int revision, Instant at) {
        boolean before = rows.one(
                        "select revision from kernel_arrived where order_number = ? and department = ? and arrival = ? and revision = ?",
                        order, department, arrival, revision)
                .isPresent();
        if (before) {
            return;
        }
        rows.run("insert into kernel_arrived (order_number, department, arrival, revision) values (?, ?, ?, ?)",
                order, department, arrival, revision);
        rows.run(
                "insert into kernel_arrival (order_number, department, arrival, revision, running, arrived_at, attempts, failure)"
                        + " values (?, ?, ?, ?, ?, ?, 0, '')",
                order, department, arrival, revision, stamps.next(), at);
    }

    /** Those of these departments: of each kind those never tried first, then the oldest. */
    List<Way> waiting(Set<String> departments, int limit) {
        if (departments.isEmpty()) {
            return List.of();
        }
        List<Way> found = new ArrayList<>();
        waiting("arrival, revision", "kernel_arrival", departments, limit)
                .forEach(row -> found.add(new Arrival(row.text(1), row.text(2), row.text(3), row.whole(4), row.whole(0))));
        waiting("matter", "kernel_errand", departments, limit)
                .forEach(row -> found.add(new Errand(row.text(1), row.text(2), row.text(3), row.whole(0))));
        return found;
    }

    private List<Row> waiting(String about, String table, Set<String> departments, int limit) {
        return rows.all("select attempts, order_number, department, " + about + " from " + table + " where department in ("
                + Rows.places(departments.size()) + ") order by attempts, running fetch first " + limit + " rows only",
                departments.toArray());
    }

    /** For a company's own departments, which join while the first orders may be under way already. */
    public void catchUp(String department, String arrival, Set<MilestoneName> milestones, Instant at) {
        List<Object> values = new ArrayList<>(milestones);
        values.add(milestones.size());
        rows.all("select o.number, o.revision from kernel_order o where (select count(*) from kernel_milestone m"
                        + " where m.order_number = o.number and m.name in (" + Rows.places(milestones.size()) + ")) = ?",
                        values.toArray())
                .forEach(row -> send(new OrderNumber(row.text(0)), department, arrival, row.whole(1), at));
    }

    /** False when it was taken meanwhile. */
    boolean take(Way way) {
        Place place = Place.of(way);
        return rows.run("delete from " + place.table() + place.where(), place.values().toArray()) == 1;
    }

    void failed(Way way, String reference) {
        Place place = Place.of(way);
        List<Object> values = new ArrayList<>(place.values());
        values.add(0, reference);
        rows.run("update " + place.table() + " set attempts = attempts + 1, failure = ?" + place.where(), values.toArray());
    }

    /** Where its row is. */
    private record Place(String table, String where, List<Object> values) {
        static Place of(Way way) {
            return way instanceof Arrival arrival
                    ? new Place("kernel_arrival", " where order_number = ? and department = ? and arrival = ? and revision = ?",
                            List.of(way.order(), way.department(), arrival.name(), arrival.revision()))
                    : new Place("kernel_errand", " where order_number = ? and department = ? and matter = ?",
                            List.of(way.order(), way.department(), way.about()));
        }
    }
}
