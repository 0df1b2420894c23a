package dev.kontor.aftersales.warranty;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.aftersales.Room;
import dev.kontor.aftersales.Vocabulary;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.text.Text;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 8.1: finance hears of the warranty and of its cases whenever they change (R-7.1, R-8.1)")
final class RetentionMoneyTest {

    private static final LocalDate DELIVERED = LocalDate.of(2026, 3, 2);

    private Room room;

    @BeforeEach
    void open() {
        room = new Room(Dialect.DERBY, anOrder().signedOn(LocalDate.of(2026, 1, 5)).build()).delivered(DELIVERED, "K-1");
        room.file.as("xu", Role.AFTERSALES_ENGINEER);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("months that are agreed, or agreed anew, are told with the day on which the warranty ends")
    void theAgreedEndIsTold() {
        assertThat(told()).isEmpty();

        agree("24");
        assertThat(told()).extracting(Check::subject, Check::passed, check -> check.reason().arguments())
                .containsExactly(tuple("warranty-end", true, List.of(24, "2028-03-02")));
        agree("18");
        assertThat(told()).extracting(check -> check.reason().arguments()).containsExactly(List.of(18, "2027-09-02"));
    }

    @Test
    @DisplayName("with delivery after-sales is told of a clause that nobody has read, and only of that")
    void anUnreadClauseIsTold() {
        room.opened();
        assertThat(room.file.told()).containsExactly(Text.of("aftersales.read-the-clause", "SO-2026-00001"));

        agree("24");
        room.opened();

        assertThat(room.file.told()).hasSize(1);
    }

    @Test
    @DisplayName("a case under warranty disputes retention money from the day on which it is opened, until it is resolved")
    void aCaseIsTold() {
        agree("24");
        room.run(room.opening(), Optional.empty(), Map.of(
                "machine", "K-1", "kind", "repair", "need", "noise", "asked-by", "Wang", "asked-on", DELIVERED.toString()));
        assertThat(told()).filteredOn(check -> !check.passed()).extracting(Check::subject).containsExactly("retention.disputed");
        room.run(room.answering(), Optional.of(room.file.task(Vocabulary.RESPONSE, "S1")),
                Map.of("response", "We come.", "responded-on", DELIVERED.toString()));

        room.run(room.resolving(), Optional.of(room.file.task(Vocabulary.RESOLUTION, "S1")), Map.of(
                "work", "Done.", "resolved-on", DELIVERED.toString(), "result", "solved", "confirmed-by", "Wang", "confirmation", Room.SIGNED));

        assertThat(told()).extracting(Check::subject).containsExactly("warranty-end");
    }

    private void agree(String months) {
        room.run(new AgreeWarranty(room.warranties), Optional.empty(), Map.of("months", months));
    }

    /** What finance's point was answered last, once after-sales has attended to what was planned for today. */
    private List<Check> told() {
        room.goOnTo(room.file.today());
        return room.file.decisions().stream()
                .filter(decision -> decision.point().equals(Vocabulary.AT_FINANCE_DUE))
                .findFirst()
                .map(decision -> decision.all(Check.class))
                .orElse(List.of());
    }
}
