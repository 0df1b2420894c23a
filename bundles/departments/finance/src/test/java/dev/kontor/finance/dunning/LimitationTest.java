package dev.kontor.finance.dunning;

import static dev.kontor.finance.CollectionRoom.PAPER;
import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.people.Role;
import dev.kontor.api.task.TaskKind;
import dev.kontor.finance.CollectionRoom;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 7.1: no claim is lost to limitation unseen (policy 13)")
final class LimitationTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 12);

    /** Ninety days before three years are over. */
    private static final LocalDate WATCH = LocalDate.of(2029, 3, 12).minusDays(90);

    @Parameter
    private Dialect dialect;

    private CollectionRoom room;

    @BeforeEach
    void open() {
        room = new CollectionRoom(dialect, anOrder().signedOn(LocalDate.of(2026, 3, 2)).build());
        room.clear();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("ninety days before the third year is over, and not a day earlier, somebody owes a step that saves the claim")
    void askedInTime() {
        room.goOnTo(WATCH.minusDays(1));
        assertThat(room.file.openTasks(Limitation.TASK)).isEmpty();

        room.goOnTo(WATCH);

        assertThat(room.file.task(Limitation.TASK, "1").deadline().orElseThrow().lastDay()).isEqualTo(LocalDate.of(2029, 3, 12));
        room.run(() -> room.schedule.refresh(room.file));
        room.goOnTo(WATCH.plusDays(1));
        assertThat(room.file.openTasks(Limitation.TASK)).as("nobody is asked twice").hasSize(1);
    }

    @Test
    @DisplayName("a demand with proof of delivery begins the period anew; a call proves nothing")
    void aProvedDemandInterrupts() {
        room.goOnTo(DUE.plusDays(1));
        contact("call", new CallCustomer(room.dunningBook, room.rows), Map.of());
        LocalDate letter = DUE.plusDays(31);
        room.goOnTo(letter);
        contact("letter", new SendLetter(room.dunningBook, room.rows), Map.of("proof", PAPER));

        room.goOnTo(letter.plusMonths(36).minusDays(91));
        assertThat(room.file.openTasks(Limitation.TASK)).isEmpty();
        room.goOnTo(letter.plusMonths(36).minusDays(90));
        assertThat(room.file.openTasks(Limitation.TASK)).hasSize(1);
    }

    @Test
    @DisplayName("what was done about it is kept with its proof, and the next period is watched; what is paid is watched no more")
    void savedAndWatchedAgain() {
        room.goOnTo(WATCH);
        contact("limitation", new InterruptLimitation(room.dunningBook, room.rows), Map.of("proof", PAPER));
        assertThat(room.file.openTasks(Limitation.TASK)).isEmpty();

        LocalDate next = WATCH.plusMonths(36).minusDays(90);
        room.goOnTo(next.minusDays(1));
        assertThat(room.file.openTasks(Limitation.TASK)).isEmpty();
        room.goOnTo(next);
        assertThat(room.file.openTasks(Limitation.TASK)).hasSize(1);

        room.receive("V-1", "150000.00", Map.of("to", "1"));
        assertThat(room.file.openTasks(Limitation.TASK)).isEmpty();
    }

    private void contact(String step, ContactCommand command, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(
                Map.of("contacted-on", room.file.today().toString(), "person", "Wang Wei", "means", "letter", "said", "they owe it"));
        values.putAll(more);
        room.on(new TaskKind("finance.dunning-" + step), "1", "tang", Role.FINANCE_CLERK, command, values);
    }
}
