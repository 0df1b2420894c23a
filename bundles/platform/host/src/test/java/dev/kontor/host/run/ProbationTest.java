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
import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

@DisplayName("K-9: what a partner's bundle is, shows when it has started")
final class ProbationTest {

    private static final Dictionary<String, String> NO_HEADERS = new Hashtable<>();

    @Test
    @DisplayName("R-6.10: a department reaches milestones of its own name alone; whoever claims another's is not let in")
    void aMilestoneOfAnotherDepartmentIsNotClaimed() {
        Trouble trouble = catchThrowableOfType(Trouble.class, () -> started("partner", "logistics.delivered").pass());

        assertThat(trouble.words().toString()).contains("host.milestone-of-another", "logistics.delivered", "partner");
        assertThatCode(() -> started("partner", "partner.weighed").pass()).doesNotThrowAnyException();
        assertThatCode(() -> started("logistics", "logistics.delivered").pass()).doesNotThrowAnyException();
    }

    private static Probation started(String id, String milestone) {
        Department department = new Reaching(new DepartmentId(id), Set.of(new MilestoneName(milestone)));
        ServiceReference<?>[] registered = new ServiceReference<?>[1];
        Bundle bundle = stub(Bundle.class, Map.of(
                "getState", arguments -> Bundle.ACTIVE,
                "adapt", arguments -> stub(BundleWiring.class, Map.of()),
                "getHeaders", arguments -> NO_HEADERS,
                "getRegisteredServices", arguments -> registered));
        registered[0] = stub(ServiceReference.class, Map.of(
                "getBundle", arguments -> bundle,
                "getProperty", arguments -> arguments[0].equals(Constants.OBJECTCLASS) ? new String[] {Department.class.getName()} : null));
        BundleContext context = stub(BundleContext.class, Map.of(
                "getServiceReferences", arguments -> arguments[0] == Department.class ? List.of(registered[0]) : List.of(),
                "getService", arguments -> department,
                "ungetService", arguments -> true));
        return new Probation(context, bundle);
    }

    private static <T> T stub(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) ->
                method.getName().equals("equals") ? proxy == arguments[0] : answers.get(method.getName()).apply(arguments)));
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
