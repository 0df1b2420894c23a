package dev.kontor.production;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpenedOrder.Numbered;
import dev.kontor.api.opening.OpenedOrder.Reached;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.RuleBook;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How far production was before the company began to work here")
final class OpenedOrderTest {

    private static final LocalDate STARTED = LocalDate.of(2026, 3, 20);
    private static final LocalDate FINISHED = LocalDate.of(2026, 5, 8);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private FakeOrderFile file;

    @BeforeEach
    void cleared() {
        file = new FakeOrderFile(anOrder().build(), RuleBook.of(List.of(Path.of("."))));
        file.setToday(TODAY);
        file.reach(MilestoneName.ENTRY_OPENED);
        file.reach(MilestoneName.REVIEW_CLEARED, STARTED);
    }

    private void takeOver(List<Numbered> machines, Reached... reached) {
        new ProductionPart().takeOver(file, new OpenedOrder(TODAY, List.of(reached), machines, List.of(), List.of(), Map.of()));
    }

    @Test
    void the_machines_of_a_finished_order_come_with_their_numbers_and_its_day() {
        takeOver(List.of(new Numbered(new SerialNumber("M-1"), 1, BigDecimal.ONE)),
                new Reached(MilestoneName.PRODUCTION_STARTED, STARTED), new Reached(MilestoneName.PRODUCTION_FINISHED, FINISHED));

        assertThat(file.machines()).singleElement()
                .satisfies(machine -> assertThat(machine.on(MilestoneName.PRODUCTION_FINISHED)).contains(FINISHED));
        assertThat(file.passed()).filteredOn(each -> each.name().equals(MilestoneName.PRODUCTION_FINISHED)).singleElement()
                .satisfies(each -> assertThat(each.on()).isEqualTo(FINISHED));
        assertThat(Finished.covers(file)).as("nothing is left to be planned").isTrue();
    }

    @Test
    void an_order_that_was_begun_is_still_to_be_planned() {
        takeOver(List.of(), new Reached(MilestoneName.PRODUCTION_STARTED, STARTED));

        assertThat(file.milestones()).contains(MilestoneName.PRODUCTION_STARTED).doesNotContain(MilestoneName.PRODUCTION_FINISHED);
    }

    @Test
    void of_an_order_that_was_begun_a_machine_that_was_finished_is_so_since_its_own_day_and_another_keeps_its_number() {
        Numbered done = new Numbered(new SerialNumber("M-1"), 1, new BigDecimal("0.5"),
                List.of(new Reached(MilestoneName.PRODUCTION_STARTED, STARTED), new Reached(MilestoneName.PRODUCTION_FINISHED, FINISHED)),
                Optional.empty(), Map.of());
        Numbered begun = new Numbered(new SerialNumber("M-2"), 1, new BigDecimal("0.5"),
                List.of(new Reached(MilestoneName.PRODUCTION_STARTED, STARTED)), Optional.empty(), Map.of());

        takeOver(List.of(done, begun), new Reached(MilestoneName.PRODUCTION_STARTED, STARTED));

        assertThat(file.machines()).extracting(machine -> machine.serial() + " " + machine.on(MilestoneName.PRODUCTION_FINISHED))
                .containsExactly("M-1 Optional[2026-05-08]", "M-2 Optional.empty");
        assertThat(file.milestones()).doesNotContain(MilestoneName.PRODUCTION_FINISHED);
    }
}
