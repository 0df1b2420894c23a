package dev.kontor.aftersales.service;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.Order;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 8.1: the service desk finds what is due, and every case again (R-8.2, R-8.3)")
final class CaseListTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Cases.Wanted OPEN = new Cases.Wanted(true, false, "", "", "");
    private static final Cases.Wanted ALL = new Cases.Wanted(false, false, "", "", "");

    @Parameter
    private Dialect dialect;

    private StoreHarness store;
    private Cases cases;

    @BeforeEach
    void open() {
        store = StoreHarness.on(dialect);
        cases = new Cases(store.unit("aftersales"));
        keep(1, "repair", 5, 9);
        keep(2, "repair", 3, 7);
        keep(3, "consulting", 3, 7);
        keep(4, "repair", 4, 8);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    @DisplayName("open cases stand by the day on which something is due, part after part without a gap")
    void openCasesAreDueFirst() {
        assertThat(numbers(OPEN, "", 2)).containsExactly("S2", "S3");
        assertThat(numbers(OPEN, "SO-2026-00001-S2", 2)).containsExactly("S3", "S4");
        assertThat(numbers(OPEN, "SO-2026-00001-S3", 10)).containsExactly("S4", "S1");
        assertThat(numbers(OPEN, "SO-2026-00001-S1", 10)).isEmpty();
    }

    @Test
    @DisplayName("an answered case is due by the day of its service, and a resolved one stands among all cases only")
    void whatIsOwedNextCounts() {
        change("S2", each -> each.respond("on Friday", DAY, "xu"));
        change("S3", each -> each.resolve("told", "", "solved", DAY, "xu"));

        assertThat(numbers(OPEN, "", 10)).containsExactly("S4", "S1", "S2");
        assertThat(numbers(ALL, "", 10)).containsExactly("S4", "S3", "S2", "S1");
        assertThat(numbers(ALL, "SO-2026-00001-S3", 10)).containsExactly("S2", "S1");
    }

    @Test
    @DisplayName("a case is late after its day, not on it")
    void lateIsAfterTheDay() {
        Cases.Wanted late = new Cases.Wanted(true, true, "", "", "");

        assertThat(store.transactions().<List<ServiceCase>>read(() -> cases.list(late, "", DAY.plusDays(3), 10))).isEmpty();
        assertThat(store.transactions().<List<ServiceCase>>read(() -> cases.list(late, "", DAY.plusDays(4), 10)))
                .extracting(ServiceCase::number).containsExactly("S2", "S3");
    }

    @Test
    @DisplayName("the list is narrowed to a kind, a machine or a customer")
    void theListIsNarrowed() {
        assertThat(numbers(new Cases.Wanted(false, false, "consulting", "", ""), "", 10)).containsExactly("S3");
        assertThat(numbers(new Cases.Wanted(false, false, "", "", "C-0001"), "", 10)).hasSize(4);
        assertThat(numbers(new Cases.Wanted(false, false, "", "", "C-0002"), "", 10)).isEmpty();
        assertThat(numbers(new Cases.Wanted(false, false, "", "K-1", ""), "", 10)).isEmpty();
    }

    private List<String> numbers(Cases.Wanted wanted, String after, int most) {
        return store.transactions().<List<ServiceCase>>read(() -> cases.list(wanted, after, DAY, most)).stream()
                .map(ServiceCase::number)
                .toList();
    }

    private void change(String number, Consumer<ServiceCase> how) {
        store.transactions().command(() -> {
            cases.find("SO-2026-00001-" + number).ifPresent(how);
            return number;
        });
    }

    private void keep(int position, String kind, int respond, int resolve) {
        Order order = anOrder().build();
        store.transactions().command(() -> {
            ServiceCase made = new ServiceCase(order, position, Optional.empty(), kind, kind);
            made.ask("noise", "Wang Wei", DAY);
            made.open(true, "xu", Instant.ofEpochSecond(position), "");
            made.promise(DAY.plusDays(respond), DAY.plusDays(resolve));
            cases.keep(made);
            return made.id();
        });
    }
}
