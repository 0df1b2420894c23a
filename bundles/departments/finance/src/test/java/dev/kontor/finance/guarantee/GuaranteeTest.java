package dev.kontor.finance.guarantee;

import static dev.kontor.finance.CollectionRoom.PAPER;
import static dev.kontor.finance.CollectionRoom.gaps;
import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
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
@DisplayName("Regulation 7.1: a bank guarantee may stand for retention money, and its expiry is watched (policy 12)")
final class GuaranteeTest {

    private static final LocalDate ACCEPTED = LocalDate.of(2026, 9, 10);
    private static final LocalDate EXPIRES = LocalDate.of(2027, 9, 10);

    @Parameter
    private Dialect dialect;

    private CollectionRoom room;

    @BeforeEach
    void anOrderThatIsPaidButForItsRetention() {
        room = new CollectionRoom(dialect, anOrder().signedOn(LocalDate.of(2026, 3, 2)).retaining("10", 12).build());
        room.clear();
        room.passed(MilestoneName.LOGISTICS_DISPATCHED, LocalDate.of(2026, 9, 1));
        room.passed(MilestoneName.LOGISTICS_DELIVERED, ACCEPTED);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private int retention() {
        return room.dues().stream().filter(due -> due.isRetention()).findFirst().orElseThrow().position();
    }

    private Map<String, Object> asked(Map<String, Object> changed) {
        Map<String, Object> values = new HashMap<>(Map.of("instalment", "" + retention(), "bank", "ICBC", "number", "LG-77", "amount", "50000",
                "expires-on", EXPIRES.toString(), "pay-by", ACCEPTED.plusDays(30).toString(), "document", PAPER));
        values.putAll(changed);
        return values;
    }

    private void record(Map<String, Object> changed) {
        room.as("tang", Role.FINANCE_CLERK, new RecordGuarantee(room.guarantees, room.schedule, room.collecting), asked(changed));
    }

    private void end(Map<String, Object> changed) {
        Map<String, Object> values = new HashMap<>(Map.of("guarantee", room.read(() -> room.guarantees.of(room.file.number()).get(0).id()),
                "how", "returned", "on", room.file.today().toString()));
        values.putAll(changed);
        room.as("tang", Role.FINANCE_CLERK, new EndGuarantee(room.guarantees), values);
    }

    @Test
    @DisplayName("the customer pays by the day that was agreed, and the contract's day stays visible")
    void theMoneyFallsDueEarlier() {
        LocalDate contract = room.due(retention()).dueOn().orElseThrow();

        record(Map.of());

        assertThat(room.due(retention()).dueOn()).contains(ACCEPTED.plusDays(30));
        assertThat(room.due(retention()).contractDueOn()).contains(contract);
        room.goOnTo(ACCEPTED.plusDays(31));
        assertThat(room.due(retention()).level()).isEqualTo("call");
    }

    @Test
    @DisplayName("the agreed day is today at the earliest and the contract's at the latest; the guarantee outlives today")
    void boundaries() {
        LocalDate contract = room.due(retention()).dueOn().orElseThrow();

        assertThat(gaps(() -> record(Map.of("pay-by", ACCEPTED.minusDays(1).toString())))).containsExactly("pay-by");
        assertThat(gaps(() -> record(Map.of("pay-by", contract.plusDays(1).toString())))).containsExactly("pay-by");
        assertThat(gaps(() -> record(Map.of("expires-on", ACCEPTED.toString())))).containsExactly("expires-on");
        assertThat(gaps(() -> record(Map.of("amount", "0")))).containsExactly("amount");
        assertThat(gaps(() -> record(Map.of("instalment", "1")))).containsExactly("instalment");
        record(Map.of("pay-by", contract.toString(), "expires-on", ACCEPTED.plusDays(1).toString(), "amount", "0.01"));
        assertThat(gaps(() -> record(Map.of()))).as("one guarantee is enough").containsExactly("instalment");
    }

    @Test
    @DisplayName("thirty days before it expires, and not a day earlier, finance owes its return, paid or not")
    void theExpiryIsWatched() {
        record(Map.of());
        room.goOnTo(ACCEPTED.plusDays(30));
        room.receive("V-9", room.due(retention()).open().amount().toPlainString(), Map.of("to", "" + retention()));

        room.goOnTo(EXPIRES.minusDays(31));
        assertThat(room.file.openTasks(Guarantees.EXPIRY)).isEmpty();
        room.goOnTo(EXPIRES.minusDays(30));
        assertThat(room.file.openTasks(Guarantees.EXPIRY)).singleElement().satisfies(task -> {
            assertThat(task.role()).isEqualTo(Role.FINANCE_CLERK);
            assertThat(task.deadline().orElseThrow().lastDay()).isEqualTo(EXPIRES);
        });

        end(Map.of());
        assertThat(room.file.openTasks(Guarantees.EXPIRY)).isEmpty();
        room.goOnTo(EXPIRES.plusDays(1));
        assertThat(room.file.openTasks(Guarantees.EXPIRY)).isEmpty();
    }

    @Test
    @DisplayName("extended by a day it is watched until that day; not longer is refused")
    void extended() {
        record(Map.of());
        room.goOnTo(EXPIRES.minusDays(30));

        assertThat(gaps(() -> end(Map.of("how", "extended", "expires-on", EXPIRES.toString())))).containsExactly("expires-on");
        assertThat(gaps(() -> end(Map.of("how", "extended")))).containsExactly("expires-on");
        end(Map.of("how", "extended", "expires-on", EXPIRES.plusDays(60).toString()));

        assertThat(room.file.openTasks(Guarantees.EXPIRY)).isEmpty();
        room.goOnTo(EXPIRES.plusDays(29));
        assertThat(room.file.openTasks(Guarantees.EXPIRY)).isEmpty();
        room.goOnTo(EXPIRES.plusDays(30));
        assertThat(room.file.openTasks(Guarantees.EXPIRY)).hasSize(1);
    }
}
