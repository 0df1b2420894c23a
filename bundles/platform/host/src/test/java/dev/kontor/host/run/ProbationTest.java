package dev.kontor.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

@DisplayName("K-9: what a partner's bundle is, shows when it has started")
final class ProbationTest {

    @Test
    @DisplayName("R-6.10: a department reaches milestones of its own name alone; whoever claims another's is not let in")
    void aMilestoneOfAnotherDepartmentIsNotClaimed() {
        Trouble trouble = catchThrowableOfType(Trouble.class, () -> reaches("partner", "logistics.delivered"));

        assertThat(trouble.words().toString()).contains("host.milestone-of-another", "logistics.delivered", "partner");
        assertThatCode(() -> reaches("partner", "partner.weighed")).doesNotThrowAnyException();
        assertThatCode(() -> reaches("logistics", "logistics.delivered")).doesNotThrowAnyException();
    }

    private static void reaches(String id, String milestone) throws Trouble {
        Department department = new Reaching(new DepartmentId(id), Set.of(new MilestoneName(milestone)));
        ServiceReference<?> registered = Stub.of(ServiceReference.class, Map.of(
                "getProperty", arguments -> arguments[0].equals(Constants.OBJECTCLASS) ? new String[] {Department.class.getName()} : null));
        BundleContext context = Stub.of(BundleContext.class, Map.of("getService", arguments -> department, "ungetService", arguments -> true));
        Probation.milestones(context, List.of(registered));
    }

    private record Reaching(DepartmentId id, Set<MilestoneName> reaches) implements Department {

        @Override
        public List<Arrival> opensOn() {
            return List.of();
        }

        @Override
        public void completed(OrderFile file, Task task, Outcome outcome) {
            // raises no tasks
        }
    }
}
