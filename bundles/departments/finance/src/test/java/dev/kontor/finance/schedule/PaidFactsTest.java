package dev.kontor.finance.schedule;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Question;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.finance.CollectionRoom;
import dev.kontor.finance.receipt.ReverseAllocation;
import dev.kontor.store.unit.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
@DisplayName("Regulation 4.2: an order is never changed below what is paid of it (R-4.15)")
final class PaidFactsTest {

    private static final ConsultationPoint SUBMISSION = new ConsultationPoint("entry/submission");
    private static final LocalDate SIGNED = LocalDate.of(2026, 3, 2);

    @Parameter
    private Dialect dialect;

    private CollectionRoom room;

    @BeforeEach
    void aThirdIsPaid() {
        room = new CollectionRoom(dialect, anOrder().signedOn(SIGNED).build());
        room.clear();
        room.receive("V-1", "150000.00", Map.of("to", "1"));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void toTheCentItMayBeWorthWhatIsPaidAndNotACentLess() {
        assertThat(failed(Money.cny(150_000))).isEmpty();
        assertThat(failed(new Money(new BigDecimal("149999.99"), "CNY"))).singleElement().asString()
                .startsWith("payment: CNY 150,000 of this order is paid already");
    }

    @Test
    void inAnotherCurrencyItIsRefusedHoweverMuchItIsWorth() {
        assertThat(failed(new Money(new BigDecimal("9000000.00"), "EUR"))).singleElement().asString()
                .startsWith("currency: CNY 150,000 of this order is paid already");
    }

    @Test
    void whatWasTakenBackCountsNoMore() {
        String allocation = room.read(() -> room.schedule.payments(room.file.number(), 1).get(0).id());
        room.as("tang", Role.FINANCE_CLERK, new ReverseAllocation(room.receipts, room.schedule, room.posting, room.settling),
                Map.of("allocation", allocation, "reason", "of another order"));

        assertThat(failed(Money.cny(1))).isEmpty();
    }

    /** What is said against a revision worth so much, at its field. */
    private List<String> failed(Money worth) {
        int next = room.file.order().orElseThrow().revision() + 1;
        return room.command(() -> {
            room.file.revise(anOrder().signedOn(SIGNED).revised(next).worth(worth).build());
            return room.file.consult(Question.at(SUBMISSION)).conclusions().stream()
                    .filter(each -> each.conclusion() instanceof Check check && !check.passed())
                    .map(this::said)
                    .toList();
        });
    }

    private String said(Concluded concluded) {
        return ((Check) concluded.conclusion()).subject() + ": " + room.file.words(concluded).in("en");
    }
}
