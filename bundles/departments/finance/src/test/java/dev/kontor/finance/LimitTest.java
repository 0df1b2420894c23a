package dev.kontor.finance;

import static dev.kontor.finance.CollectionRoom.gaps;
import static dev.kontor.finance.CollectionRoom.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.FakeCustomers;
import dev.kontor.testkit.RuleBook;
import java.time.LocalDate;
import java.util.List;
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
@DisplayName("Regulation 4.2: nobody alone lets a customer owe more (R-4.8)")
final class LimitTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @Parameter
    private Dialect dialect;

    private final FakeCompanyFile company = new FakeCompanyFile(DAY, RuleBook.of(List.of()));
    private final FakeCustomers customers = new FakeCustomers().with("C-0001", "Huadong", "CN");
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
    @DisplayName("a first limit, a cent more and a day longer wait for company leadership; as much, less and shorter count at once")
    void whatWaits() {
        set("1000000", LAST);
        assertThat(limit()).isEmpty();
        confirm("gao", Map.of("agreed", "yes"));
        assertThat(limit()).contains(Money.cny(1_000_000));

        set("1000000.01", LAST);
        set("1000000", LAST.plusDays(1));
        assertThat(limit()).as("the second replaces the first, and neither counts").contains(Money.cny(1_000_000));
        assertThat(lastDay()).isEqualTo(LAST);
        set("900000", LAST.minusDays(1));
        assertThat(limit()).contains(Money.cny(900_000));
        assertThat(refusal(() -> confirm("gao", Map.of("agreed", "yes"))).reason()).as("what waited is dropped").isEqualTo(Refused.Reason.CONFLICT);
        assertThat(company.noted()).contains("finance.limit-proposed", "finance.limit-set");
    }

    @Test
    @DisplayName("who proposed a limit does not confirm it; who declines it says why")
    void twoPersons() {
        set("1000000", LAST);

        assertThat(refusal(() -> confirm("zhou", Map.of("agreed", "yes"))).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        assertThat(gaps(() -> confirm("gao", Map.of("agreed", "no")))).containsExactly("remarks");
        confirm("gao", Map.of("agreed", "no", "remarks", "it pays late"));
        assertThat(limit()).isEmpty();
        assertThat(refusal(() -> confirm("gao", Map.of("agreed", "yes"))).reason()).isEqualTo(Refused.Reason.CONFLICT);
    }

    @Test
    @DisplayName("company leadership hears of what waits and the proposer of the decision; what was proposed anew is another version")
    void whoHears() {
        ConfirmCreditLimit confirm = new ConfirmCreditLimit(room.book, customers);
        set("1000000", LAST);
        assertThat(company.told()).containsExactly("company.leadership finance.limit-proposed");
        long seen = room.command(() -> confirm.version("C-0001"));

        company.setToday(DAY.plusDays(1));
        set("2000000", LAST);
        assertThat(room.command(() -> confirm.version("C-0001"))).isNotEqualTo(seen);
        confirm("gao", Map.of("agreed", "yes"));

        assertThat(company.told()).endsWith("zhou finance.limit-confirmed");
    }

    @Test
    @DisplayName("who proposed a limit, and company leadership, are told when another one takes its place, a lower one too; nobody else is")
    void whoseProposalIsReplaced() {
        set("1000000", LAST);
        set("li", "2000000", LAST);
        assertThat(company.told()).endsWith(
                "zhou finance.limit-replaced", "company.leadership finance.limit-replaced", "company.leadership finance.limit-proposed");
        confirm("gao", Map.of("agreed", "yes"));

        set("li", "3000000", LAST);
        set("1500000", LAST);

        assertThat(limit()).contains(Money.cny(1_500_000));
        assertThat(company.told()).endsWith("li finance.limit-replaced", "company.leadership finance.limit-replaced");
        assertThat(company.noted()).filteredOn("finance.limit-replaced"::equals).hasSize(2);
        set("1400000", LAST);
        assertThat(company.told()).filteredOn(said -> said.endsWith("limit-replaced")).hasSize(4);
    }

    @Test
    @DisplayName("nothing at all is a limit at once: without one a customer might owe more")
    void nothingCountsAtOnce() {
        set("0", LAST);

        assertThat(limit()).contains(Money.zero("CNY"));
    }

    private void set(String amount, LocalDate until) {
        set("zhou", amount, until);
    }

    private void set(String person, String amount, LocalDate until) {
        company.as(person, Role.FINANCE_CREDIT);
        run(new SetCreditLimit(room.book, customers), Map.of(
                "customer", "C-0001", "limit", amount, "currency", "CNY", "expires", until.toString(), "reason", "long known"));
    }

    private void confirm(String person, Map<String, Object> typed) {
        company.as(person, Role.LEADERSHIP);
        Map<String, Object> values = new java.util.HashMap<>(typed);
        values.put("subject", "C-0001");
        run(new ConfirmCreditLimit(room.book, customers), values);
    }

    private void run(CompanyCommand command, Map<String, Object> values) {
        room.run(() -> command.run(company, new Values(values)));
    }

    private Optional<Money> limit() {
        return room.command(() -> room.book.limit("C-0001").map(CreditLimit::limit));
    }

    private LocalDate lastDay() {
        return room.command(() -> room.book.limit("C-0001").map(CreditLimit::expiresOn)).orElseThrow();
    }
}
