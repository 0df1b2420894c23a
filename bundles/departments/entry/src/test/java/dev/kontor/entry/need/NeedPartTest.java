package dev.kontor.entry.need;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.need.NeedPart;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Query;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.store.StoreHarness;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.FakeCustomers;
import dev.kontor.testkit.OpenWall;
import dev.kontor.testkit.RuleBook;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 3.1, R-3.2: what else is important of a need is asked for by whichever department wants to know it")
final class NeedPartTest {

    private static final Person LINA = new Person(new PersonId("lina"), "Lina", Set.of(Role.SALES_REP), "en");
    private static final Field USE = Field.text("customs-use", Text.of("customs.use"));
    private static final Field COUNTRY = Field.choice("customs-country", Text.of("customs.country"),
            List.of(new Field.Option("DE", Text.of("customs.germany")))).optional();
    private static final Map<String, Object> KNOWN = Map.of("customer", "Haitian", "channel", "fair", "model", "VMC-850", "quantity", "2",
            "parameters", "travel 850 mm", "delivery-date", "2026-06-01", "delivery-place", "Ningbo");

    private final StoreHarness store = StoreHarness.derby();
    private final Needs needs = new Needs(store.unit("entry"));
    private final Channels channels = new Channels(store.unit("entry"));
    private final NeedParts parts = new NeedParts(new OpenWall());
    private final Customs customs = new Customs(new HashMap<>());
    private final RecordNeed record = new RecordNeed(needs, channels, new FakeCustomers(), parts);
    private final ChangeNeed change = new ChangeNeed(needs, channels, new FakeCustomers(), parts);
    private final FakeCompanyFile company = new FakeCompanyFile(LocalDate.of(2026, 3, 2), RuleBook.of(List.of())).as("lina", Role.SALES_REP);

    /** A partner's department, with what it keeps. */
    private record Customs(Map<String, Values> rows) implements NeedPart {

        @Override
        public String department() {
            return "customs";
        }

        @Override
        public List<Field> fields() {
            return List.of(USE, COUNTRY, Field.text("model", Text.plain("not its own")));
        }

        @Override
        public Map<String, Values> kept(Set<String> needs) {
            Map<String, Values> kept = new HashMap<>(rows);
            kept.keySet().retainAll(needs);
            return kept;
        }

        @Override
        public void keep(String need, Values values) {
            Map<String, Object> own = new HashMap<>(values.all());
            own.keySet().retainAll(Set.of("customs-use", "customs-country"));
            rows.put(need, new Values(own));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private <R> R command(Supplier<R> work) {
        return store.transactions().command(work);
    }

    private static Values with(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(KNOWN);
        all.putAll(more);
        return new Values(all);
    }

    private List<Cell> state() {
        return command(() -> new NeedsPage(needs, channels, parts).show(new Query(LINA, List.of(), Map.of()))).blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(block -> ((Block.Table) block).rows().get(0))
                .map(row -> row.get(row.size() - 1))
                .flatMap(cell -> cell instanceof Cell.Many many ? many.cells().stream() : List.of(cell).stream())
                .toList();
    }

    @Test
    @DisplayName("its fields stand under its name; what it demands may stay empty and is then named as missing")
    void whatADepartmentDemandsIsNamedWhileItIsMissing() {
        parts.bind(customs);
        List<Form.Section> sections = command(() -> record.form(LINA, "")).sections();
        assertThat(sections).last().isEqualTo(new Form.Section(Text.of("department.customs"), List.of(USE.optional(), COUNTRY)));

        Answer answer = command(() -> record.run(company, with(Map.of())));
        assertThat(answer.said()).isEqualTo(Text.of("entry.need.done", 1));
        assertThat(state()).contains(Cell.words(Text.of("customs.use"))).doesNotContain(Cell.words(Text.of("customs.country")));

        command(() -> change.run(company, with(Map.of("subject", answer.id(), "customs-use", "aircraft parts"))));
        assertThat(state()).isEqualTo(List.of(Cell.link(Text.of("entry.needs.register"), "do/entry/register?subject=" + answer.id())));
    }

    @Test
    @DisplayName("what was known stands in the form again, its change in the journal, and it is shown in words")
    void whatIsKeptIsShownAndItsChangesAreKept() {
        parts.bind(customs);
        String need = command(() -> record.run(company, with(Map.of("customs-use", "aircraft parts", "customs-country", "DE")))).id();
        Kept before = parts.kept(Set.of(need));
        assertThat(command(() -> change.initial(LINA, need)).text("customs-use")).isEqualTo("aircraft parts");
        assertThat(before.facts(need)).contains(
                new Block.Fact(Text.of("customs.country"), new Cell.Many(List.of(Cell.words(Text.of("customs.germany"))))));

        command(() -> change.run(company, with(Map.of("subject", need, "customs-use", "gears", "customs-country", "DE"))));
        assertThat(parts.kept(Set.of(need)).since(before, need)).containsExactly(new Change("customs-use", "aircraft parts", "gears"));
    }

    @Test
    @DisplayName("while the department does not run, or cannot say what it wants, needs are recorded without it")
    void whoIsNotThereHoldsUpNobody() {
        parts.bind(customs);
        parts.unbind(customs);
        parts.bind(new Silent());

        String need = command(() -> record.run(company, with(Map.of("customs-use", "gears")))).id();
        assertThat(customs.rows()).isEmpty();
        assertThat(state()).isEqualTo(List.of(Cell.link(Text.of("entry.needs.register"), "do/entry/register?subject=" + need)));
    }

    @Test
    @DisplayName("a form that was opened while the department was away takes nothing from what it knows; one that asked for it does")
    void whoWasNotAskedKeepsWhatItKnows() {
        parts.bind(customs);
        String need = command(() -> record.run(company, with(Map.of("customs-use", "gears")))).id();
        parts.unbind(customs);
        Map<String, Object> opened = new HashMap<>(command(() -> change.initial(LINA, need)).all());
        parts.bind(customs);

        command(() -> change.run(company, new Values(opened)));
        assertThat(customs.rows().get(need).text("customs-use")).isEqualTo("gears");

        Map<String, Object> emptied = new HashMap<>(command(() -> change.initial(LINA, need)).all());
        emptied.remove("customs-use");
        command(() -> change.run(company, new Values(emptied)));
        assertThat(customs.rows().get(need).has("customs-use")).isFalse();
    }

    private record Silent() implements NeedPart {

        @Override
        public String department() {
            return "silent";
        }

        @Override
        public List<Field> fields() {
            throw new IllegalStateException("not now");
        }

        @Override
        public Map<String, Values> kept(Set<String> needs) {
            throw new IllegalStateException("not now");
        }

        @Override
        public void keep(String need, Values values) {
            throw new IllegalStateException("not now");
        }
    }
}
