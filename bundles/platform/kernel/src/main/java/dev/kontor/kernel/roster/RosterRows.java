package dev.kontor.kernel.roster;

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The roster's rows. A member that was removed keeps its row, so that it does not come back by itself. */
@Component(service = RosterRows.class)
public final class RosterRows {

    public static final String DEPARTMENT = "department";
    public static final String RULE_SET = "rule-set";
    public static final String FACT_TYPE = "fact-type";

    private final Rows rows;

    @Activate
    public RosterRows(@Reference Rows rows) {
        this.rows = rows;
    }

    /**
     * @param opensOn for departments: what an order must stand on for each arrival, by the arrival's name; kept here so that an
     *     absent one still gets its arrivals
     */
    public record Enrolled(String kind, String name, Map<String, Set<MilestoneName>> opensOn, Instant since, boolean removed) {}

    /** What a department opens on, as it is kept. */
    public static Map<String, Set<MilestoneName>> opensOn(Department department) {
        return department.opensOn().stream().collect(Collectors.toMap(Arrival::name, Arrival::milestones, (one, other) -> {
            throw new IllegalStateException(
                    "Two arrivals of %s have one name, those on %s and on %s.".formatted(department.id(), one, other));
        }));
    }

    public List<Enrolled> all() {
        return rows.all("select kind, name, opens_on, since, removed from kernel_roster order by kind, name").stream()
                .map(RosterRows::enrolled)
                .toList();
    }

    public List<Enrolled> members(String kind) {
        return rows
                .all("select kind, name, opens_on, since, removed from kernel_roster where kind = ? and removed = 0"
                        + " order by name", kind)
                .stream()
                .map(RosterRows::enrolled)
                .toList();
    }

    /** Whether a department has a say, running or not. */
    public boolean has(String department) {
        return members(DEPARTMENT).stream().anyMatch(member -> member.name().equals(department));
    }

    /** How many orders owe it a task, ask for it by one, or have a file that it has not opened. */
    public int waitingFor(String department) {
        return (int) rows
                .all("select count(*) from (select order_number from kernel_task where kind like ? or subject = ?"
                        + " union select order_number from kernel_arrival where department = ?) needing",
                        department + ".%", department, department)
                .get(0)
                .number(0);
    }

    /**
     * Who is asked in a consultation.
     *
     * @param needed the rule sets and types of facts that it must not go on without
     * @param off departments that were taken off the roster: what they attached has no say
     */
    public record Consulted(List<Enrolled> needed, Set<String> off) {

        public boolean has(String ruleSet) {
            return !off.contains(ruleSet.substring(0, ruleSet.indexOf('/')));
        }
    }

    public Consulted consulted() {
        List<Enrolled> all = rows
                .all("select kind, name, opens_on, since, removed from kernel_roster"
                        + " where kind in (?, ?) and removed = 0 or kind = ? and removed = 1 order by name", RULE_SET, FACT_TYPE, DEPARTMENT)
                .stream()
                .map(RosterRows::enrolled)
                .toList();
        return new Consulted(
                all.stream().filter(each -> !each.removed()).toList(),
                all.stream().filter(Enrolled::removed).map(Enrolled::name).collect(Collectors.toSet()));
    }

    public void enrol(String kind, String name, Map<String, Set<MilestoneName>> opensOn, Instant since) {
        if (rows.run("update kernel_roster set opens_on = ?, since = ?, removed = 0 where kind = ? and name = ?",
                        joined(opensOn), since, kind, name) == 0) {
            rows.run("insert into kernel_roster (kind, name, opens_on, since, removed) values (?, ?, ?, ?, 0)",
                    kind, name, joined(opensOn), since);
        }
    }

    public void opensOn(String department, Map<String, Set<MilestoneName>> opensOn) {
        rows.run("update kernel_roster set opens_on = ? where kind = 'department' and name = ?", joined(opensOn), department);
    }

    public boolean remove(String kind, String name) {
        return rows.run("update kernel_roster set removed = 1 where kind = ? and name = ? and removed = 0", kind, name) == 1;
    }

    private static Enrolled enrolled(Row row) {
        return new Enrolled(row.text(0), row.text(1), split(row.text(2)), row.instant(3), row.flag(4));
    }

    /** As {@code completed:finance.collected,logistics.delivered review.cleared:review.cleared}. */
    private static String joined(Map<String, Set<MilestoneName>> opensOn) {
        return new TreeMap<>(opensOn).entrySet().stream()
                .map(each -> each.getKey() + ":" + joined(each.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String joined(Set<MilestoneName> names) {
        return names.stream().map(MilestoneName::value).sorted().collect(Collectors.joining(","));
    }

    private static Map<String, Set<MilestoneName>> split(String opensOn) {
        return Arrays.stream(opensOn.split(" "))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split(":"))
                .collect(Collectors.toUnmodifiableMap(each -> each[0], each -> names(each[1])));
    }

    private static Set<MilestoneName> names(String joined) {
        return Arrays.stream(joined.split(",")).map(MilestoneName::new).collect(Collectors.toUnmodifiableSet());
    }
}
