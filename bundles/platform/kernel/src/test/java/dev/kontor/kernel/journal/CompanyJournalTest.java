package dev.kontor.kernel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals.Verification;
import dev.kontor.api.journal.Journals.Wanted;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.TestCompany;
import dev.kontor.kernel.order.OrderRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The company journal, narrowed by kind, person and day")
@ParameterizedClass
@EnumSource(Database.class)
class CompanyJournalTest {

    private static final Person AUDITOR = new Person(new PersonId("auditor"), "A", Set.of(Role.AUDITOR), "en");
    private static final LocalDate SECOND = LocalDate.of(2026, 3, 2);

    private final TestCompany company;
    private final Ledger ledger;
    private final JournalReader journals;

    CompanyJournalTest(Database database) {
        company = TestCompany.on(database);
        ledger = new Ledger(company.rows());
        journals = new JournalReader(
                company.transactions(), ledger, new OrderRows(company.rows(), company.clock()), company.clock());
    }

    @BeforeEach
    void write() {
        company.sql("delete from kernel_journal");
        company.sql("delete from kernel_journal_head");
        // In the company's zone the second of March begins at 16:00 UTC of the first.
        write("customer.saved", "lina", "2026-03-01T15:59:59.999Z");
        write("customer.saved", "lina", "2026-03-01T16:00:00Z");
        write("role.granted", "security", "2026-03-02T15:59:59.999Z");
        write("role.granted", "lina", "2026-03-02T16:00:00Z");
    }

    private void write(String kind, String by, String at) {
        company.transactions().command(() -> {
            ledger.append(Ledger.COMPANY, List.of(Line.of(kind, Text.plain(kind))), new PersonId(by), Instant.parse(at), false);
            return kind;
        });
    }

    private List<Long> found(Wanted wanted, long before, int limit) {
        return journals.company(wanted, before, limit, AUDITOR).stream().map(Entry::sequence).toList();
    }

    @Test
    void aDayIsTheCompanysDayFromItsFirstToItsLastMillisecond() {
        assertThat(found(new Wanted("", Optional.empty(), Optional.of(SECOND)), Long.MAX_VALUE, 10)).containsExactly(3L, 2L);
    }

    @Test
    void kindPersonAndDayNarrowTogether() {
        Wanted wanted = new Wanted("customer.saved", Optional.of(new PersonId("lina")), Optional.empty());

        assertThat(found(wanted, Long.MAX_VALUE, 10)).containsExactly(2L, 1L);
        assertThat(found(wanted, 2, 10)).containsExactly(1L);
        assertThat(found(wanted, Long.MAX_VALUE, 1)).containsExactly(2L);
        assertThat(found(new Wanted("", Optional.of(new PersonId("lina")), Optional.of(SECOND)), Long.MAX_VALUE, 10))
                .containsExactly(2L);
    }

    @Test
    void whatIsWantedIsFoundBeforeAThousandOthers() {
        company.transactions().command(() -> {
            for (int line = 5; line <= 1_004; line++) {
                ledger.append(Ledger.COMPANY, List.of(Line.of("rules.activated", Text.plain("x"))), new PersonId("rules"), Instant.parse("2026-03-03T00:00:00Z"), false);
            }
            return "";
        });
        Wanted granted = new Wanted("role.granted", Optional.empty(), Optional.empty());

        assertThat(found(granted, Long.MAX_VALUE, 10)).containsExactly(4L, 3L);
        assertThat(found(granted, Long.MAX_VALUE, 1)).containsExactly(4L);
        assertThat(found(granted, 4, 10)).containsExactly(3L);
        assertThat(found(Wanted.ALL, 6, 10)).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(found(Wanted.ALL, Long.MAX_VALUE, 2)).containsExactly(1_004L, 1_003L);
    }

    @Test
    void ordersOfAMonthAreThoseInWhichALineWasWrittenInIt() {
        Instant from = Instant.parse("2026-03-01T00:00:00Z");
        Instant until = Instant.parse("2026-04-01T00:00:00Z");
        company.transactions().command(() -> {
            for (int order = 1; order <= 1_500; order++) {
                write(order, from.minusMillis(1));
                write(order, until);
            }
            write(7, from);
            write(7, from);
            write(1_200, until.minusMillis(1));
            return "";
        });

        assertThat(company.transactions().read(() -> ledger.written(from, until))).extracting(OrderNumber::value).containsExactly("SO-2026-00007", "SO-2026-01200");
    }

    private void write(int order, Instant at) {
        ledger.append("SO-2026-%05d".formatted(order), List.of(Line.of("entry.saved", Text.plain("x"))), new PersonId("lina"), at, false);
    }

    @Test
    void kindsAreThoseThatStandThere() {
        assertThat(journals.kinds(AUDITOR)).containsExactly("customer.saved", "role.granted");
    }

    @ParameterizedTest
    @ValueSource(ints = {499, 500, 501, 1000})
    @DisplayName("a journal is proved to its last entry, however many stretches it is read in")
    void aJournalIsProvedToItsLastEntry(int entries) {
        Line line = Line.of("entry.saved", Text.plain("x"));
        company.transactions().command(() -> {
            ledger.append("SO-2026-00001", Collections.nCopies(entries, line), new PersonId("lina"), Instant.EPOCH, false);
            return "";
        });
        assertThat(journals.verify()).isEqualTo(new Verification(2, entries + 4L, List.of()));

        company.sql("delete from kernel_journal where journal = 'SO-2026-00001' and sequence = " + entries);
        assertThat(journals.verify().faults()).containsExactly("SO-2026-00001: %d entries are there, %d were written.".formatted(entries - 1, entries));
    }

    @Test
    void whoDoesBusinessReadsNothingOfIt() {
        Person lina = new Person(new PersonId("lina"), "L", Set.of(Role.SALES_REP), "en");

        assertThat(journals.company(Wanted.ALL, Long.MAX_VALUE, 10, lina)).isEmpty();
        assertThat(journals.kinds(lina)).isEmpty();
    }
}
