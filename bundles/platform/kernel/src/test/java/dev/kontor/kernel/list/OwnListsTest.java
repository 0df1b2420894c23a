package dev.kontor.kernel.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.page.Lists.Kept;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.TestCompany;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Filters and columns that people keep")
@ParameterizedClass
@EnumSource(Database.class)
class OwnListsTest {

    private static final Person LINA = person("lina");
    private static final Person ZHOU = person("zhou");

    private final TestCompany company;
    private final ListBook book;

    OwnListsTest(Database database) {
        company = TestCompany.on(database);
        book = new ListBook(company.transactions(), company.rows());
    }

    private static Person person(String name) {
        return new Person(new PersonId(name), name, Set.of(Role.SALES_REP), "en");
    }

    @BeforeEach
    void fresh() {
        company.sql("delete from kernel_kept_filter");
        company.sql("delete from kernel_chosen_columns");
        company.journal.clear();
    }

    private String keep(Person person, String name, String query) {
        return company.run(new KeepFilter(book), person, "", Map.of("name", name, "list", "orders", "query", query)).next();
    }

    private Refused refused(Runnable attempt) {
        Refused refused = catchThrowableOfType(Refused.class, attempt::run);
        assertThat(refused).as("a refusal").isNotNull();
        return refused;
    }

    @Test
    void aFilterIsKeptForWhoKeptItAloneAndLeadsBackToTheList() {
        assertThat(keep(LINA, "迟到的", "late=yes&sort=due")).isEqualTo("orders?late=yes&sort=due");
        assertThat(book.kept(LINA, "orders")).extracting(Kept::name, Kept::query).containsExactly(
                org.assertj.core.groups.Tuple.tuple("迟到的", "late=yes&sort=due"));
        assertThat(book.kept(ZHOU, "orders")).isEmpty();
        assertThat(book.kept(LINA, "worklist")).isEmpty();
        assertThat(company.journal).as("one's own matter").isEmpty();
    }

    @Test
    void aNameIsThereOnceForEachPersonAndList() {
        keep(LINA, "A", "late=yes");
        assertThat(refused(() -> keep(LINA, "A", "late=no")).gaps()).extracting(Refused.Gap::field).containsExactly("name");
        keep(ZHOU, "A", "late=no");
        assertThat(book.kept(LINA, "orders")).extracting(Kept::query).containsExactly("late=yes");
    }

    @Test
    void renamingAndRemovingAreForOnesOwn() {
        keep(LINA, "A", "late=yes");
        keep(LINA, "B", "late=no");
        String id = book.kept(LINA, "orders").get(0).id();
        RenameFilter rename = new RenameFilter(book);
        DropFilter drop = new DropFilter(book);
        for (String other : List.of(id, "no-such-id")) {
            assertThat(refused(() -> company.run(rename, ZHOU, other, Map.of("subject", other, "name", "C"))).reason())
                    .isEqualTo(Refused.Reason.NOT_FOUND);
            assertThat(refused(() -> company.run(drop, ZHOU, other, Map.of("subject", other))).reason())
                    .isEqualTo(Refused.Reason.NOT_FOUND);
        }
        assertThat(refused(() -> company.run(rename, LINA, id, Map.of("subject", id, "name", "B"))).gaps()).hasSize(1);
        company.run(rename, LINA, id, Map.of("subject", id, "name", "C"));
        company.run(rename, LINA, id, Map.of("subject", id, "name", "C"));
        assertThat(book.kept(LINA, "orders")).extracting(Kept::name).containsExactly("B", "C");
        company.run(drop, LINA, id, Map.of("subject", id));
        assertThat(book.kept(LINA, "orders")).extracting(Kept::name).containsExactly("B");
    }

    @Test
    void fiftyFiltersAreEnoughForOneList() {
        for (int i = 1; i <= 50; i++) {
            keep(LINA, "No. " + i, "words=" + i);
        }
        assertThat(refused(() -> keep(LINA, "No. 51", "words=51")).reason()).isEqualTo(Refused.Reason.TOO_LARGE);
        keep(ZHOU, "No. 51", "words=51");
    }

    @Test
    void noFilterLeadsToAnotherPlaceThanAPage() {
        for (String list : List.of("//evil.example/x", "../x", "orders?x", "https:x", "Orders")) {
            Map<String, Object> values = Map.of("name", "A", "list", list, "query", "a=b");
            assertThat(refused(() -> company.run(new KeepFilter(book), LINA, "", values)).reason())
                    .as(list)
                    .isEqualTo(Refused.Reason.NOT_FOUND);
        }
    }

    @Test
    void chosenColumnsReplaceThoseChosenBeforeAndNoneMeansAsUsual() {
        choose(LINA, "contract", "total");
        choose(LINA, "due", "total");
        assertThat(book.columns(LINA, "orders")).containsExactly("due", "total");
        assertThat(book.columns(ZHOU, "orders")).isEmpty();
        choose(LINA);
        assertThat(book.columns(LINA, "orders")).isEmpty();
        assertThat(refused(() -> choose(LINA, "a b")).reason()).isEqualTo(Refused.Reason.INVALID);
    }

    private void choose(Person person, String... columns) {
        List<Values> rows = List.of(columns).stream().map(id -> new Values(Map.of("id", id))).toList();
        company.run(new ChooseColumns(book), person, "", Map.of("list", "orders", "columns", rows));
    }

    @Test
    void anExportIsInTheCompanyJournal() {
        company.run(new NoteExport(), LINA, "", Map.of("list", "orders", "query", "late=yes", "format", "xlsx"));
        assertThat(company.journal).containsExactly("list.exported");
        assertThat(refused(() -> company.run(new NoteExport(), LINA, "", Map.of("list", "orders", "format", "exe"))).gaps())
                .hasSize(1);
    }
}
