package dev.kontor.finance;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.order.Money;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.StillClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 4.2: a customer's page shows what is granted, used and free (R-4.8)")
final class CreditPartTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

    private final FinanceRoom room = new FinanceRoom(Dialect.DERBY);
    private final CreditPart part = new CreditPart(room.book, new StillClock(() -> NOW));

    @AfterEach
    void close() {
        room.close();
    }

    private Map<String, Cell> facts() {
        Person reader = new Person(new PersonId("zhou"), "Zhou", Set.of(Role.FINANCE_CREDIT), "en");
        Block.Facts shown = (Block.Facts) room.command(() -> part.show(new CustomerId("C-0001"), reader)).get(0);
        Map<String, Cell> facts = new LinkedHashMap<>();
        shown.facts().forEach(fact -> facts.put(fact.name().key(), fact.value()));
        return facts;
    }

    private void grant(long yuan) {
        room.run(() -> {
            CreditLimit limit = new CreditLimit("C-0001");
            limit.set(Money.cny(yuan), "zhou", NOW, LAST_DAY, "long known");
            room.book.keep(limit);
        });
    }

    private void owe(long number, Money amount) {
        room.run(() -> room.book.count(anOrder().numbered(number).worth(amount).build()));
    }

    @Test
    void limitUsedAndFreeAreShownUntilWhenItHolds() {
        grant(1_000_000);
        owe(1, Money.cny(300_000));
        owe(2, Money.cny(200_000));

        assertThat(facts())
                .containsEntry("finance.limit", new Cell.Amount(Money.cny(1_000_000)))
                .containsEntry("finance.exposure", new Cell.Amount(Money.cny(500_000)))
                .containsEntry("finance.headroom", new Cell.Amount(Money.cny(500_000)))
                .containsEntry("finance.expires", new Cell.Day(LAST_DAY))
                .doesNotContainKey("finance.other-orders");
    }

    @Test
    void withoutALimitNothingIsCalledFree() {
        owe(1, Money.cny(300_000));

        assertThat(facts())
                .containsEntry("finance.exposure", new Cell.Amount(Money.cny(300_000)))
                .containsEntry("finance.state", new Cell.Badge(Cell.Tone.NEUTRAL, Text.of("finance.state-none")))
                .doesNotContainKeys("finance.limit", "finance.headroom");
    }

    @Test
    void anOrderInAnotherCurrencyIsSaidNotToBeCounted() {
        grant(1_000_000);
        owe(1, new Money(BigDecimal.TEN, "USD"));

        assertThat(facts())
                .containsEntry("finance.exposure", new Cell.Amount(Money.cny(0)))
                .containsEntry("finance.other-orders", new Cell.Badge(Cell.Tone.WARNING, Text.of("finance.other-not-counted", "CNY")));
    }

    @Test
    void onlyWhoMayReadCreditAccountsSeesIt() {
        assertThat(part.roles()).contains(Role.FINANCE_CREDIT, Role.SALES_HEAD).doesNotContain(Role.SALES_REP, Role.LEGAL_REVIEWER);
    }
}
