package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import dev.kontor.api.wall.Partner;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.wall.Working;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;

@DisplayName("A partner's bundle takes back milestones and ends tasks of its own alone")
final class PartnersFileTest {

    private final TestDesk desk = new TestDesk(Database.DERBY.open());
    private final FakeServices services = new FakeServices();
    private final ClassLoader partners = new Loader(services.of(this, Partner.location("dev.acme.lift"), 0).getBundle());
    private final ClassLoader ours = new Loader(services.of(this, "feature:review", 0).getBundle());
    private OrderNumber order;

    /** As the framework makes one for each bundle. */
    private static final class Loader extends ClassLoader implements BundleReference {

        private final Bundle bundle;

        Loader(Bundle bundle) {
            this.bundle = bundle;
        }

        @Override
        public Bundle getBundle() {
            return bundle;
        }
    }

    @BeforeEach
    void register() {
        desk.run(desk.trade);
        order = desk.register();
        desk.act(order, file -> file.reach(TradeDepartment.SIGNED));
        desk.act(order, file -> file.raise(NewTask.of(TradeDepartment.SIGN, Role.SALES_REP)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** The wall notes whom it calls. */
    private void actsAs(ClassLoader bundle, Consumer<OrderFile> what) {
        desk.act(order, file -> {
            try (Working working = Working.as(bundle)) {
                what.accept(file);
            }
        });
    }

    private Set<MilestoneName> milestones() {
        return desk.desk.read(order, TestDesk.AUDITOR, file -> file.milestones());
    }

    private TaskId task() {
        return desk.desk.<TaskId>read(order, TestDesk.AUDITOR, file -> file.openTasks().get(0).id());
    }

    @Test
    void aMilestoneThatAnotherDepartmentReachesStands() {
        assertThatIllegalStateException()
                .isThrownBy(() -> actsAs(partners, file -> file.withdraw(TradeDepartment.SIGNED, Text.plain("no"))));
        assertThat(milestones()).contains(TradeDepartment.SIGNED);

        actsAs(ours, file -> file.withdraw(TradeDepartment.SIGNED, Text.plain("a way back")));
        assertThat(milestones()).doesNotContain(TradeDepartment.SIGNED);
    }

    @Test
    void whatItTellsTheThreadMakesItNobodyElse() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            assertThatIllegalStateException().isThrownBy(() -> actsAs(partners, file -> {
                Thread.currentThread().setContextClassLoader(ours);
                file.withdraw(TradeDepartment.SIGNED, Text.plain("no"));
            }));
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThat(milestones()).contains(TradeDepartment.SIGNED);
    }

    static Map<String, BiConsumer<OrderFile, TaskId>> ways() {
        return Map.of(
                "complete", (file, task) -> file.complete(task, Outcome.of("done")),
                "cancel", (file, task) -> file.cancel(task, Text.plain("no")),
                "assign", (file, task) -> file.assign(task, TestDesk.LINA.id()),
                "suspend", (file, task) -> file.suspend(task, Text.plain("no")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void aTaskOfAnotherDepartmentIsLeftAsItIs(String way) {
        TaskId task = task();
        assertThatIllegalStateException()
                .isThrownBy(() -> actsAs(partners, file -> ways().get(way).accept(file, task)));
        assertThat(task()).isEqualTo(task);

        actsAs(ours, file -> ways().get(way).accept(file, task));
    }

    static Iterable<String> names() {
        return ways().keySet();
    }

    @Test
    void whatItsOwnDepartmentOwesItEnds() {
        TaskId task = task();
        actsAs(desk.trade.getClass().getClassLoader(), file -> file.cancel(task, Text.plain("not owed")));

        assertThat(desk.desk.<List<TaskId>>read(order, TestDesk.AUDITOR, file -> file.openTasks().stream().map(Task::id).toList()))
                .doesNotContain(task);
    }
}
