package dev.kontor.production;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.RuleBook;
import dev.kontor.testkit.WeekdayCalendar;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 4.2: production's opinion and its exceptions (R-4.6, R-4.7)")
final class ExceptionTest {

    private static final TaskKind OPINION = new TaskKind("review.opinion");
    private static final Map<String, Object> FEASIBLE = Map.of("feasibility", "feasible", "cycle", "fits", "material", "available");

    @Parameter
    private Dialect dialect;

    private StoreHarness store;
    private Exceptions exceptions;
    private FakeOrderFile file;

    @BeforeEach
    void open() {
        store = StoreHarness.on(dialect);
        exceptions = new Exceptions(store.unit("production"), new WeekdayCalendar());
        file = new FakeOrderFile(anOrder().build(), RuleBook.of(List.of(Path.of("."))));
        file.raise(NewTask.of(OPINION, Role.PRODUCTION_REVIEWER).about("production"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void threeFindingsAreDemanded() {
        List<Field> fields = new ProductionOpinion(exceptions).sections(file).get(0).fields();

        assertThat(fields).filteredOn(Field::required).extracting(Field::name).containsExactly("feasibility", "cycle", "material");
    }

    @Test
    void anUnagreedExceptionBlocksClearingAndStopsTheClock() {
        report();

        assertThat(file.task(OPINION, "production").suspendedAt()).isPresent();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> give(FEASIBLE));
    }

    @Test
    void agreedByBothItNoLongerBlocks() {
        Task asked = report();
        file.as("lina", Role.SALES_REP);
        answer(asked, Map.of("agreed", "yes"));

        give(FEASIBLE);

        assertThat(file.task(OPINION, "production").suspendedAt()).isEmpty();
        assertThat(store.transactions().<List<ProductionException>>read(() -> exceptions.of(file.number()))).singleElement().satisfies(each -> {
            assertThat(each.byProduction()).isEqualTo("sun");
            assertThat(each.bySales()).isEqualTo("lina");
            assertThat(each.deliveryOn()).contains(LocalDate.of(2026, 10, 1));
        });
    }

    @Test
    void anotherSolutionGoesBackToProduction() {
        Task asked = report();
        file.as("lina", Role.SALES_REP);
        answer(asked, Map.of("agreed", "no", "solution", "buy elsewhere"));

        Task back = file.task(Exceptions.AGREE, asked.subject());
        assertThat(back.role()).isEqualTo(Role.PRODUCTION_REVIEWER);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> give(FEASIBLE));

        file.as("sun", Role.PRODUCTION_REVIEWER);
        answer(back, Map.of("agreed", "yes"));
        give(FEASIBLE);
    }

    @Test
    void nobodyAgreesWithThemselves() {
        Task asked = report();

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> answer(asked, Map.of("agreed", "yes")));
    }

    @Test
    void aShortageWithoutAnExceptionIsNotCleared() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> give(Map.of("feasibility", "feasible", "cycle", "fits", "material", "short")))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("material"));
    }

    private Task report() {
        file.as("sun", Role.PRODUCTION_REVIEWER);
        Map<String, Object> values = Map.of(
                "kind", "material-shortage", "description", "castings", "solution", "deliver later", "delivery-on", "2026-10-01");
        store.transactions().command(() -> new ReportException(exceptions).run(file, Optional.empty(), new Values(values)));
        return file.task(Exceptions.AGREE, "production");
    }

    private void answer(Task task, Map<String, Object> values) {
        store.transactions().command(() -> new AgreeException(exceptions).run(file, Optional.of(task), new Values(values)));
    }

    private void give(Map<String, Object> values) {
        store.transactions().command(() -> {
            new ProductionOpinion(exceptions).given(file, false, new Values(values));
            return null;
        });
    }
}
