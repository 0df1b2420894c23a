package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.testkit.exam.InKontor;
import dev.kontor.testkit.exam.Staff;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;

/** In the distribution itself, let in as an administrator does it. */
@InKontor
final class InstalledIT {

    private BundleContext context;

    @Test
    void anOrderGetsItsStatementAndTheDepartmentGoesWithoutATrace() throws Exception {
        Staff staff = Staff.in(context);
        staff.employ("lina", "${department}.clerk");

        OrderNumber order = staff.cleared(500_000);
        staff.does("lina", "${department}/give", order, Map.of("verdict", "fine"));

        assertThat(staff.conclusions(order)).anySatisfy(told -> assertThat(told.rule()).isEqualTo("a valuable order needs a statement"));
        assertThat(staff.page("lina", "${department}/statements").toString()).contains(order.value());
        assertThat(staff.removes("${package}")).isEmpty();
    }
}
