package dev.kontor.entry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.entry.Entry;
import dev.kontor.entry.FakeCompany;
import dev.kontor.entry.Registration;
import dev.kontor.entry.Submission;
import dev.kontor.entry.draft.Completeness;
import dev.kontor.entry.draft.Draft;
import dev.kontor.entry.draft.Drafts;
import dev.kontor.entry.fault.EntryErrors;
import dev.kontor.entry.need.ChannelCounts;
import dev.kontor.store.StoreHarness;
import dev.kontor.testkit.FakeAccounts;
import dev.kontor.testkit.StillClock;
import dev.kontor.testkit.WeekdayCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rows of another system become registered contracts and drafts; the same on both stores. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ImportCases {

    private final StoreHarness store;
    private final Drafts drafts;
    private final ImportCommand command;

    ImportCases(StoreHarness store) {
        this.store = store;
        var rows = store.unit("entry");
        this.drafts = new Drafts(rows);
        WeekdayCalendar calendar = new WeekdayCalendar();
        ChannelCounts counts = new ChannelCounts(rows, new StillClock(() -> Instant.EPOCH));
        this.command = new ImportCommand(
                new Registration(drafts, calendar), new Submission(drafts, new EntryErrors(rows), counts, calendar),
                new FakeAccounts().with("lina", Role.SALES_REP));
    }

    @AfterAll
    void close() {
        store.close();
    }

    private static Map<String, Object> row() {
        return new HashMap<>(Map.of("source", "northwind", "row", "10248", "state", "draft", "representative", "lina",
                "contract-number", "NW-10248", "signed-on", "2026-03-02", "customer", "vinet", "customer-name", "Vins et alcools",
                "columns", "signed-on=OrderDate\nlines.quantity=order-lines.csv: Quantity\nrepresentative=EmployeeID",
                "lines", List.of(new Values(Map.of("model", "11", "name", "Queso", "quantity", "zwölf", "unit", "件", "price", "14",
                        "tax", "13")))));
    }

    private Answer take(FakeCompany company, Map<String, Object> values) {
        return store.transactions().command(() -> command.run(company, new Values(values)));
    }

    private List<String> refused(Map<String, Object> values) {
        List<String> fields = new ArrayList<>();
        assertThatThrownBy(() -> take(new FakeCompany(), values))
                .isInstanceOfSatisfying(Refused.class, refused -> refused.gaps().stream().map(Gap::field).forEach(fields::add));
        return fields;
    }

    @Test
    void aDraftKeepsWhatTheSourceHasAndNamesTheRest() {
        FakeCompany company = new FakeCompany();

        Answer answer = take(company, row());

        Draft draft = store.transactions().read(() -> drafts.find(answer.order().orElseThrow()).orElseThrow());
        assertThat(draft.text("lines[0].quantity")).isEqualTo("zwölf");
        assertThat(draft.written("lines[0].price").orElseThrow().by()).isEqualTo(new PersonId("operator"));
        assertThat(Completeness.gaps(draft.plain())).extracting(Gap::field)
                .contains("lines[0].quantity", "terms", "payment", "contract-file", "delivery-date");
        assertThat(company.enrolled).singleElement().satisfies(customer -> assertThat(customer.id().value()).isEqualTo("VINET"));
        assertThat(company.opened.get(0).tasks).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(Entry.ENTER);
            assertThat(task.holder()).contains(new PersonId("lina"));
        });
    }

    @Test
    void aRegisteredContractHasNoDraftedLines() {
        Map<String, Object> values = row();
        values.put("state", "registered");

        OrderNumber order = take(new FakeCompany(), values).order().orElseThrow();

        Draft draft = store.transactions().read(() -> drafts.find(order).orElseThrow());
        assertThat(draft.fields().keySet()).noneMatch(path -> path.startsWith("lines"));
    }

    @Test
    void whatIsWrongIsNamedByItsColumn() {
        Map<String, Object> values = row();
        values.put("signed-on", "4.7.1996");
        values.put("representative", "5");

        assertThat(refused(values)).containsExactly("OrderDate", "EmployeeID");
    }

    @Test
    @DisplayName("Nothing incomplete is submitted, from wherever it comes: R-3.4")
    void anIncompleteRowIsNotSubmitted() {
        Map<String, Object> values = row();
        values.put("state", "submitted");

        assertThat(refused(values)).contains("order-lines.csv: Quantity #1", "terms", "contract-file");
    }
}
