package dev.kontor.kernel.desk;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.wall.DepartmentWall;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commands that the platform makes itself: arrivals, deadlines, the roster. */
@Component(service = PlatformWork.class)
public final class PlatformWork {

    private final Office office;
    private final Repetition repetition;
    private final DepartmentWall wall;

    @Activate
    public PlatformWork(@Reference Office office, @Reference Repetition repetition, @Reference DepartmentWall wall) {
        this.office = office;
        this.repetition = repetition;
        this.wall = wall;
    }

    /** @throws Refused {@code NOT_FOUND} when there is no such order, or as the work threw it */
    public void onOrder(OrderNumber number, Consumer<OrderFile> work) {
        run(gathered -> work.accept(OpenFile.locked(office, number, gathered)));
    }

    /** What would be told to a role is counted instead, by the run that was kept. */
    public void onOrderQuietly(OrderNumber number, Map<Role, Integer> told, Consumer<OrderFile> work) {
        run(gathered -> {
            told.clear();
            gathered.mute(told);
            work.accept(OpenFile.locked(office, number, gathered));
        });
    }

    public void onCompany(Consumer<CompanyFile> work) {
        run(gathered -> work.accept(new OpenCompany(office, gathered, "", "")));
    }

    /** What a department has planned for itself. */
    public void onCompany(DepartmentId department, Consumer<CompanyFile> work) {
        run(gathered -> work.accept(new OpenCompany(office, gathered, department.value(), "")));
    }

    public void tell(Role role, Text what) {
        run(gathered -> gathered.tell("person.told", Optional.empty(), what, Set.of(role), Set.of()));
    }

    private void run(Consumer<Work> work) {
        wall.platform(() -> repetition.of(() -> repetition.command(first -> {
            Work gathered = new Work(office, Office.PLATFORM);
            gathered.lock(first);
            work.accept(gathered);
            gathered.close();
            return true;
        })));
    }
}
