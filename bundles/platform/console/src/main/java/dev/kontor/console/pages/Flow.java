package dev.kontor.console.pages;

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.page.Block;
import dev.kontor.api.text.Text;
import dev.kontor.api.wall.Wall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The way of an order, drawn from what the departments that run open on and reach. */
@Component(service = Flow.class)
public final class Flow {

    /** The regulation's own way, chapter after chapter. */
    private static final List<MilestoneName> USUAL = List.of(
            MilestoneName.ENTRY_REGISTERED, MilestoneName.ENTRY_SUBMITTED, MilestoneName.REVIEW_PASSED, MilestoneName.REVIEW_CLEARED,
            MilestoneName.PRODUCTION_STARTED, MilestoneName.PRODUCTION_FINISHED, MilestoneName.LOGISTICS_PRE_ACCEPTED,
            MilestoneName.LOGISTICS_DISPATCHED, MilestoneName.LOGISTICS_ARRIVED, MilestoneName.LOGISTICS_DEEMED_ACCEPTED,
            MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED, MilestoneName.LOGISTICS_DELIVERED, MilestoneName.LOGISTICS_FINALLY_ACCEPTED, MilestoneName.FINANCE_COLLECTED,
            MilestoneName.FINANCE_SETTLED, MilestoneName.ORDER_COMPLETED, MilestoneName.ARCHIVE_FILED);

    /** What an order may come to but is not on the way to: shown only when it did. */
    private static final Set<String> ENDS = Set.of("terminated", "cancelled", "rejected", "withdrawn", "dropped", "opened", "lost");

    /** What only some contracts list: shown when the order has come to it. */
    private static final Set<MilestoneName> LISTED = Set.of(
            MilestoneName.LOGISTICS_PRE_ACCEPTED, MilestoneName.LOGISTICS_DEEMED_ACCEPTED, MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED,
            MilestoneName.LOGISTICS_FINALLY_ACCEPTED);

    /** Where the file began with the draft of a contract; of other orders nothing of it is shown. */
    private static final List<MilestoneName> BEFORE_SIGNING =
            List.of(MilestoneName.ENTRY_PREPARED, MilestoneName.ENTRY_OFFERED, MilestoneName.CONTRACT_REVIEWED);

    private final Bound<Department> departments;

    @Activate
    public Flow(@Reference Wall wall) {
        this.departments = new Bound<>(wall, Department.class);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(Department department) {
        departments.add(department);
    }

    void unbind(Department department) {
        departments.remove(department);
    }

    /** The milestones of the departments that run, in the order in which an order comes by. */
    List<MilestoneName> milestones() {
        return List.copyOf(order(List.of()));
    }

    /** The departments that run, by id. */
    List<DepartmentId> departments() {
        return departments.speaking()
                .map(Department::id)
                .distinct()
                .sorted(java.util.Comparator.comparing(DepartmentId::value))
                .toList();
    }

    /** One step for each milestone: reached, next, or ahead. */
    Block steps(List<Milestone> reached) {
        Map<MilestoneName, Milestone> known =
                reached.stream().collect(Collectors.toMap(Milestone::name, Function.identity(), (old, young) -> young));
        List<Block.Step> steps = new ArrayList<>();
        Optional<Instant> taken = Optional.ofNullable(known.get(MilestoneName.ENTRY_OPENED)).map(Milestone::reachedAt);
        boolean draft = known.containsKey(MilestoneName.ENTRY_PREPARED) && !known.containsKey(MilestoneName.ENTRY_REGISTERED);
        boolean next = true;
        for (MilestoneName name : order(reached)) {
            if (known.containsKey(name)) {
                Milestone milestone = known.get(name);
                steps.add(new Block.Step(Words.milestone(name), "done", reached(milestone, taken)));
            } else if (BEFORE_SIGNING.contains(name) ? draft : isOnTheWay(name)) {
                steps.add(new Block.Step(Words.milestone(name), next ? "open" : "ahead", Text.plain("")));
                next = false;
            }
        }
        return new Block.Steps(Words.of("stages"), steps);
    }

    private static boolean isOnTheWay(MilestoneName name) {
        return !LISTED.contains(name) && !ENDS.contains(name.value().replaceFirst(".*\\.", ""));
    }

    /** What an order had passed before it was taken over is told by its day: who recorded it then, is not known. */
    private static Text reached(Milestone milestone, Optional<Instant> taken) {
        return taken.filter(milestone.reachedAt()::equals).isPresent()
                ? Words.of("reached-on", milestone.on())
                : Words.of("reached", milestone.reachedAt(), Words.person(milestone.by()));
    }

    /** What a department opens on comes before what it reaches; what is reached but no longer drawn comes first. */
    private Set<MilestoneName> order(List<Milestone> reached) {
        Set<MilestoneName> order = new LinkedHashSet<>(BEFORE_SIGNING);
        Set<Department> left = departments.speaking().collect(Collectors.toCollection(LinkedHashSet::new));
        boolean found = true;
        while (found) {
            found = false;
            for (Department department : List.copyOf(left)) {
                if (opens(department, order)) {
                    department.reaches().stream().sorted(Comparator.comparing(MilestoneName::value)).forEach(order::add);
                    left.remove(department);
                    found = true;
                }
            }
        }
        left.forEach(department -> order.addAll(department.reaches()));
        reached.forEach(milestone -> order.add(milestone.name()));
        return told(order);
    }

    /** On one of its arrivals, or by itself. */
    private static boolean opens(Department department, Set<MilestoneName> reached) {
        List<Arrival> arrivals = department.opensOn();
        return arrivals.isEmpty() || arrivals.stream().anyMatch(each -> reached.containsAll(each.milestones()));
    }

    /** Strands that run side by side are drawn as the regulation tells them: what the api names, each in the place of another. */
    private static Set<MilestoneName> told(Set<MilestoneName> order) {
        Iterator<MilestoneName> usual = USUAL.stream().filter(order::contains).iterator();
        return order.stream()
                .map(name -> USUAL.contains(name) ? usual.next() : name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
