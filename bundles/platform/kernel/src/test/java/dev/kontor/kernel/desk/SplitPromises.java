package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.facts.RecentContracts;
import dev.kontor.api.text.Text;
import dev.kontor.store.StoreHarness;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Contracts of one group that are signed close to each other are added up, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SplitPromises {

    private TestDesk desk;

    abstract StoreHarness store();

    @BeforeAll
    void open() {
        desk = new TestDesk(store());
        desk.run(desk.trade);
        desk.engine.at("trade/check");
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    @DisplayName("R-4.9: of two parts signed in one week each sees the other, also the one signed first and entered last")
    void partsOfOneOrderAreAddedUp() {
        OrderNumber monday = signed("2026-03-02", 1_000_000);
        OrderNumber friday = signed("2026-03-06", 1_000_000);

        assertThat(recent(friday)).isEqualTo(new RecentContracts(30, Money.cny(2_000_000), 2));
        assertThat(recent(monday)).isEqualTo(new RecentContracts(30, Money.cny(2_000_000), 2));
    }

    @Test
    @DisplayName("R-4.9: thirty days hold a contract of the 29th day after and none of the 30th; a terminated one counts no more")
    void theSpanIsThirtyDaysWhicheverWay() {
        OrderNumber first = signed("2027-01-01", 1);
        OrderNumber within = signed("2027-01-30", 10);
        OrderNumber beyond = signed("2027-01-31", 100);

        assertThat(recent(first).total()).isEqualTo(Money.cny(11));
        assertThat(recent(within).total()).isEqualTo(Money.cny(111 - 1));
        assertThat(recent(beyond).total()).isEqualTo(Money.cny(110));
        desk.act(within, file -> file.reach(MilestoneName.REVIEW_TERMINATED));
        assertThat(recent(first).total()).isEqualTo(Money.cny(1));
    }

    @Test
    @DisplayName("R-4.9: a contract in a foreign currency counts at the company's rate of its signing date, rounded to the fen")
    void foreignContractsCountAtTheirRate() {
        OrderNumber yuan = signed("2028-03-02", Money.cny(1_000_000));
        signed("2028-03-09", new Money(new BigDecimal("100000.01"), "USD"));
        OrderNumber dollars = signed("2028-03-10", new Money(new BigDecimal("100000.01"), "USD"));
        rate("rate-usd", "7.1", "2028-01-01");
        rate("rate-usd", "7.2", "2028-03-10");
        rate("rate-usd", "9.9", "2028-03-11");

        assertThat(recent(yuan)).isEqualTo(new RecentContracts(30, new Money(new BigDecimal("2430000.14"), "CNY"), 3));
        assertThat(recent(dollars)).isEqualTo(new RecentContracts(30, new Money(new BigDecimal("2430000.14"), "CNY"), 3));
    }

    @Test
    @DisplayName("R-4.9: without a rate on the day of signing nothing is decided, in words: a contract is never counted as nothing")
    void withoutARateNothingIsDecided() {
        OrderNumber yuan = signed("2029-03-02", Money.cny(1));
        signed("2029-03-03", new Money(BigDecimal.ONE, "EUR"));
        rate("rate-eur", "7.8", "2029-03-04");

        assertThat(refused(yuan)).isEqualTo(Text.of("kernel.no-rate", "EUR", LocalDate.parse("2029-03-03"), "rate-eur"));
        rate("rate-eur", "0", "2029-03-03");
        assertThat(refused(yuan).key()).as("a rate of nothing is none").isEqualTo("kernel.no-rate");
        rate("rate-eur", "7.7", "2029-03-03");
        assertThat(recent(yuan).total()).isEqualTo(new Money(new BigDecimal("8.70"), "CNY"));
    }

    /** The line of that name and day. */
    private void rate(String name, String value, String from) {
        LocalDate day = LocalDate.parse(from);
        desk.engine.rates.removeIf(line -> line.name().equals(name) && line.from().equals(day));
        desk.engine.rates.add(new Parameter("trade/check", name, new BigDecimal(value), "CNY", day, new Clause("4.2")));
    }

    private Text refused(OrderNumber order) {
        Refused refused = catchThrowableOfType(Refused.class, () -> recent(order));
        assertThat(refused.reason()).isEqualTo(Refused.Reason.UNAVAILABLE);
        return refused.words();
    }

    private OrderNumber signed(String day, long price) {
        return signed(day, Money.cny(price));
    }

    private OrderNumber signed(String day, Money price) {
        OrderNumber order = desk.registerFor("A-2");
        desk.act(order, file -> file.revise(FlowPromises.content(file, LocalDate.parse(day), 1, price)));
        return order;
    }

    private RecentContracts recent(OrderNumber order) {
        desk.engine.needs.add(RecentContracts.class.getName());
        desk.engine.seen.clear();
        desk.act(order, file -> file.consult(Question.at(new ConsultationPoint("trade/check"))));
        return desk.engine.seen.stream()
                .filter(RecentContracts.class::isInstance)
                .map(RecentContracts.class::cast)
                .reduce((one, next) -> next)
                .orElseThrow();
    }
}
