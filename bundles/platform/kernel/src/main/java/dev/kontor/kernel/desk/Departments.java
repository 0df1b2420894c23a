package dev.kontor.kernel.desk;

import dev.kontor.api.department.Department;
import dev.kontor.api.opening.OpeningPart;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.arrival.Arrivals;
import dev.kontor.kernel.rows.Bell;
import dev.kontor.kernel.wall.DepartmentWall;
import dev.kontor.kernel.wall.Working;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The departments that run now. */
@Component(service = Departments.class)
public final class Departments {

    private final Registry<Department> running;
    private final Registry<OpeningPart> parts;
    private final DepartmentWall wall;
    private final Arrivals arrivals;
    private final Bell joined;
    private final BundleContext context;

    @Activate
    public Departments(@Reference Arrivals arrivals, BundleContext context, @Reference DepartmentWall wall) {
        this.wall = wall;
        this.running = new Registry<>(Department.class, wall, this::named);
        this.parts = new Registry<>(OpeningPart.class, wall, OpeningPart::toString);
        this.arrivals = arrivals;
        this.joined = arrivals.bell();
        this.context = context;
    }

    @Reference(service = Department.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(ServiceReference<Department> department) {
        running.announce(department, context);
        joined.ring();
    }

    void unbind(ServiceReference<Department> department) {
        running.withdraw(department, context);
    }

    /** Its bundle is called by its name from now on. */
    private String named(Department department) {
        String id = department.id().value();
        wall.call(department, Text.of("department." + id));
        return id;
    }

    @Reference(service = OpeningPart.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindPart(ServiceReference<OpeningPart> part) {
        parts.announce(part, context);
    }

    void unbindPart(ServiceReference<OpeningPart> part) {
        parts.withdraw(part, context);
    }

    /** What departments that run now bring in of opened orders. */
    List<OpeningPart> parts() {
        return parts.all();
    }

    void add(OpeningPart part) {
        parts.add(part, Map.of());
    }

    /** One that is here already. */
    void add(Department department) {
        running.add(department, Map.of());
        joined.ring();
    }

    void remove(Department department) {
        running.remove(department);
    }

    public Optional<Department> find(String id) {
        return running.find(id).filter(wall::admits);
    }

    /** Whether it is here with all that it registers: commands, pages. */
    public boolean complete(String id) {
        return find(id).isPresent() && !running.settles(id);
    }

    /** Those in quarantine left out: their orders wait for them as if they did not run. */
    public List<Department> all() {
        return running.all().stream().filter(wall::admits).toList();
    }

    public Set<String> names() {
        return all().stream().map(each -> each.id().value()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether who works now may make an order or a machine reach the milestone: the bundle of the department whose id
     * stands before its dot, if that says it {@linkplain Department#reaches reaches} it; whoever else says so may not. One of a
     * department that has a say and does not run, nobody may.
     */
    boolean mayReach(MilestoneName milestone) {
        String owner = milestone.department();
        return running.find(owner)
                .map(department -> department.reaches().contains(milestone) && Working.is(department))
                .orElseGet(() -> !arrivals.rostered(owner));
    }

    /** Whether who works now is the archive. While it does not run nobody is, rostered or not: what is destroyed is gone. */
    boolean isArchive() {
        return running.all().stream()
                .anyMatch(each -> each.reaches().contains(MilestoneName.ARCHIVE_FILED) && Working.is(each));
    }

    /** Whether a bundle is the home of one of these departments. */
    public boolean live(long bundle, Set<String> ids) {
        return running.all().stream()
                .anyMatch(each -> running.bundle(each) == bundle && ids.contains(each.id().value()));
    }
}
