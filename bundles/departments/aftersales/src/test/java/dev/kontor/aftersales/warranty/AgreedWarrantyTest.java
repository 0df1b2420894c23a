package dev.kontor.aftersales.warranty;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.aftersales.Room;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
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
@DisplayName("Regulation 8.1: the contract's warranty is that of its words as they stand (R-8.1, R-4.15)")
final class AgreedWarrantyTest {

    private static final LocalDate ARRIVED = LocalDate.of(2026, 3, 2);
    private static final LocalDate ACCEPTED = LocalDate.of(2026, 9, 10);

    @Parameter
    private Dialect dialect;

    private Room room;

    @BeforeEach
    void open() {
        room = new Room(dialect, order(1, "质保期自终验收合格之日起12个月，但最长不超过到货之日起18个月。"));
        room.file.as("xu", Role.AFTERSALES_ENGINEER);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("both spans are proposed from the words, and a person confirms them")
    void bothSpansAreProposed() {
        assertThat(initial().all()).isEqualTo(Map.of("months", "12", "from-arrival", "18"));
        assertThat(Room.gaps(() -> agree("0", "241"))).containsExactly("months", "from-arrival");
        assertThat(Room.gaps(() -> agree("12", "1.5"))).containsExactly("from-arrival");

        agree("12", "18");

        assertThat(room.<Boolean>read(() -> room.warranties.isUnread(room.file))).isFalse();
        assertThat(initial().all()).isEqualTo(Map.of("months", "12", "from-arrival", "18"));
    }

    @Test
    @DisplayName("an amended clause is unread again, and what its new words say is proposed")
    void anAmendedClauseIsReadAgain() {
        agree("12", "18");

        room.file.revise(order(2, "24 months"));

        assertThat(room.<Boolean>read(() -> room.warranties.isUnread(room.file))).isTrue();
        assertThat(initial().text("months")).isEqualTo("24");
        agree("24", "");
        assertThat(room.<Boolean>read(() -> room.warranties.isUnread(room.file))).isFalse();
    }

    @Test
    @DisplayName("a clause that an amendment strikes gives nothing any more")
    void aStruckClauseGivesNothing() {
        agree("12", "18");

        room.file.revise(anOrder().revised(2).withTerms().build());

        assertThat(room.<Optional<WarrantySpan>>read(() -> room.warranties.span(room.file))).isEmpty();
    }

    @Test
    @DisplayName("it ends by the span that is over first: from arrival when it is accepted late")
    void theFirstOfBothSpansCounts() {
        agree("12", "18");
        assertThat(lastDay()).as("on its way").isEmpty();
        room.file.setToday(LocalDate.of(2027, 9, 30));
        room.file.reach(MilestoneName.LOGISTICS_ARRIVED, ARRIVED);
        assertThat(lastDay()).as("not accepted").contains(LocalDate.of(2027, 9, 2));
        room.file.reach(MilestoneName.LOGISTICS_DELIVERED, ACCEPTED);

        assertThat(lastDay()).contains(LocalDate.of(2027, 9, 2));
        assertThat(covered(LocalDate.of(2027, 9, 2))).isTrue();
        assertThat(covered(LocalDate.of(2027, 9, 3))).isFalse();
        agree("12", "24");
        assertThat(lastDay()).contains(LocalDate.of(2027, 9, 10));
        assertThat(covered(LocalDate.of(2027, 9, 10))).isTrue();
        assertThat(covered(LocalDate.of(2027, 9, 11))).isFalse();
    }

    private static Order order(int revision, String clause) {
        return anOrder().signedOn(LocalDate.of(2026, 1, 5)).revised(revision).withTerms(new ContractTerm("warranty", "10", clause)).build();
    }

    private Values initial() {
        return room.read(() -> new AgreeWarranty(room.warranties).initial(room.file, Optional.empty()));
    }

    private void agree(String months, String fromArrival) {
        room.run(new AgreeWarranty(room.warranties), Optional.empty(), Map.of("months", months, "from-arrival", fromArrival));
    }

    private Optional<LocalDate> lastDay() {
        return room.read(() -> room.warranties.lastDay(room.file, Optional.empty()));
    }

    private boolean covered(LocalDate day) {
        return room.<Boolean>read(() -> room.file.look(room.warranties.question(room.file, Optional.empty(), "repair", "repair", day))
                .conclusions().stream().allMatch(told -> ((Check) told.conclusion()).passed()));
    }
}
