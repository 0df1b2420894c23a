package dev.kontor.finance;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.rule.facts.ApprovalGiven;
import dev.kontor.finance.facts.CreditAccount;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeOrderFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 4.1, 4.2: the customer's credit (R-4.2, R-4.8)")
final class CreditTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Parameter
    private Dialect dialect;

    private FinanceRoom room;

    @BeforeEach
    void open() {
        room = new FinanceRoom(dialect);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theExposureAddsUpTheCustomersOrdersAndThisOne() {
        submit(anOrder().numbered(1).worth(Money.cny(300_000)).build());
        submit(anOrder().numbered(2).worth(Money.cny(200_000)).build());
        limit("C-0002", 900_000, DAY);
        submit(anOrder().numbered(3).of("C-0002").worth(Money.cny(900_000)).build());

        CreditAccount account = account(anOrder().numbered(4).worth(Money.cny(100_000)).build());

        assertThat(account.approved()).isFalse();
        assertThat(account.exposure()).isEqualByComparingTo("600000");
    }

    @Test
    @DisplayName("R-4.15: a revision that is worth less frees credit when it is cleared, one that is worth more takes it when it is submitted")
    void aRevisionFreesCreditWhenItIsCleared() {
        Order smaller = anOrder().numbered(1).revised(2).worth(Money.cny(250_000)).build();
        submit(anOrder().numbered(1).worth(Money.cny(300_000)).build());
        submit(smaller);
        assertThat(exposureBesideOneYuan()).isEqualByComparingTo("300001");

        room.clear(smaller);
        assertThat(exposureBesideOneYuan()).isEqualByComparingTo("250001");

        submit(anOrder().numbered(1).revised(3).worth(Money.cny(260_000)).build());
        assertThat(exposureBesideOneYuan()).isEqualByComparingTo("260001");
    }

    private BigDecimal exposureBesideOneYuan() {
        return account(anOrder().numbered(2).worth(Money.cny(1)).build()).exposure();
    }

    @Test
    void aTerminatedOrderCountsNoLonger() {
        Order order = anOrder().numbered(1).worth(Money.cny(300_000)).build();
        submit(order);
        room.run(() -> room.release(order));

        assertThat(account(anOrder().numbered(2).worth(Money.cny(1)).build()).exposure()).isEqualByComparingTo("1");
    }

    @Test
    void anOrderAtTheLimitPassesAndOneYuanMoreDoesNot() {
        limit("C-0001", 500_000, DAY);

        assertThat(passes(anOrder().worth(Money.cny(499_999)).build())).isTrue();
        assertThat(passes(anOrder().worth(Money.cny(500_000)).build())).isTrue();
        assertThat(passes(anOrder().worth(Money.cny(500_001)).build())).isFalse();
    }

    @Test
    void aLimitHoldsToTheEndOfItsLastDay() {
        limit("C-0001", 500_000, DAY);
        Order order = anOrder().worth(Money.cny(1)).build();

        assertThat(room.command(() -> room.book.account(order, DAY)).expired()).isFalse();
        assertThat(room.command(() -> room.book.account(order, DAY.plusDays(1))).expired()).isTrue();
    }

    @Test
    void anotherCurrencyIsSeenAndLeftOut() {
        limit("C-0001", 500_000, DAY);
        room.run(() -> room.book.count(anOrder().numbered(1).worth(new Money(BigDecimal.TEN, "USD")).build()));

        CreditAccount account = account(anOrder().numbered(2).worth(Money.cny(1)).build());

        assertThat(account.otherCurrency()).isTrue();
        assertThat(account.exposure()).isEqualByComparingTo("1");
    }

    @Test
    @DisplayName("R-4.2: an order counts from the moment its credit is found good, so of two of 600,000 within 1,000,000 one passes")
    void anOrderCountsFromTheMomentItsCreditIsFoundGood() {
        limit("C-0001", 1_000_000, DAY);
        Order first = anOrder().numbered(1).worth(Money.cny(600_000)).build();
        Order second = anOrder().numbered(2).worth(Money.cny(600_000)).build();

        assertThat(passes(first)).isTrue();
        assertThat(passes(second)).isFalse();
        assertThat(passes(first)).as("asked again it does not stand in its own way").isTrue();
        assertThat(passes(anOrder().numbered(3).worth(Money.cny(400_000)).build()))
                .as("what was not found good takes nothing")
                .isTrue();
    }

    @Test
    void aRevisionBeyondTheLimitLeavesWhatWasGranted() {
        limit("C-0001", 1_000_000, DAY);
        submit(anOrder().numbered(1).worth(Money.cny(600_000)).build());

        assertThat(passes(anOrder().numbered(1).revised(2).worth(Money.cny(1_000_001)).build())).isFalse();

        assertThat(account(anOrder().numbered(2).worth(Money.cny(1)).build()).exposure()).isEqualByComparingTo("600001");
    }

    @Test
    @DisplayName("R-4.2: an order that a special approval lets pass beyond the limit counts too, and an approval that lapsed counts nothing")
    void whatIsSpeciallyApprovedCountsToo() {
        limit("C-0001", 1_000_000, DAY);
        Order order = anOrder().numbered(1).worth(Money.cny(1_000_001)).build();

        FakeOrderFile lapsed = room.file(order).with(new Approval(-1));
        room.command(() -> lapsed.consult(Question.at(FinanceDepartment.CREDIT)));
        assertThat(account(anOrder().numbered(2).worth(Money.cny(1)).build()).exposure()).isEqualByComparingTo("1");

        FakeOrderFile holding = room.file(order).with(new Approval(0));
        room.command(() -> holding.consult(Question.at(FinanceDepartment.CREDIT)));
        assertThat(account(anOrder().numbered(2).worth(Money.cny(1)).build()).exposure()).isEqualByComparingTo("1000002");
    }

    /** Leadership's approval of the order's credit. */
    private record Approval(int daysLeft) implements FactSource {

        @Override
        public Set<Class<? extends Record>> types() {
            return Set.of(ApprovalGiven.class);
        }

        @Override
        public Collection<? extends Record> about(OrderFile file) {
            return List.of(new ApprovalGiven("credit", "credit.approval", true, BigDecimal.valueOf(1_000_001), BigDecimal.ZERO, "CNY",
                    "2026-03-02", daysLeft, "known for years", "chen", "gao"));
        }
    }

    private void submit(Order order) {
        assertThat(passes(order)).isTrue();
    }

    private void limit(String customer, long yuan, LocalDate until) {
        room.run(() -> {
            CreditLimit limit = new CreditLimit(customer);
            limit.set(Money.cny(yuan), "zhou", DAY.atStartOfDay(java.time.ZoneOffset.UTC).toInstant(), until, "known");
            room.book.keep(limit);
        });
    }

    private CreditAccount account(Order order) {
        return room.command(() -> room.book.account(order, DAY));
    }

    private boolean passes(Order order) {
        FakeOrderFile file = room.file(order);
        return room.command(() -> file.consult(Question.at(new ConsultationPoint("finance/credit"))))
                .all(Check.class).stream()
                .allMatch(Check::passed);
    }
}
