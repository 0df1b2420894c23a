package dev.kontor.kernel.desk;

import dev.kontor.api.department.Department;
import dev.kontor.kernel.arrival.Arrivals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The departments that run now. */
@Component(service = Departments.class)
public final class Departments {

    private final Registry<Department> running = new Registry<>();
    private final Arrivals arrivals;

    @Activate
    public Departments(@Reference Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bind(Department department, Map<String, ?> properties) {
        running.add(department.id().value(), department, properties);
        arrivals.bell().ring();
    }

    public void unbind(Department department) {
        running.remove(department);
    }

    public Optional<Department> find(String id) {
        return running.find(id);
    }

    public List<Department> all() {
        return running.all();
    }

    public Set<String> names() {
        return Set.copyOf(running.names());
    }

    /** Whether a bundle is the home of one of these departments. */
    public boolean live(long bundle, Set<String> ids) {
        return running.all().stream()
                .anyMatch(each -> running.bundle(each) == bundle && ids.contains(each.id().value()));
    }
}
