package dev.kontor.engine.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.RuleSets.Passage;
import dev.kontor.engine.Orders;
import dev.kontor.store.StoreHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A set with a decision table decides as long as it is known what its table says")
class TablesTest {

    private static final String SET = "review/joint";
    private static final ConsultationPoint JOINT = new ConsultationPoint(SET);
    private static final LimitTables FROM = new LimitTables("from-1", ">=");
    private static final LimitTables UP_TO = new LimitTables("up-to-1", "<=");

    @TempDir
    private Path folder;

    private final FactsByHand facts = new FactsByHand();
    private final StoreHarness store = StoreHarness.derby();
    private final VersionShelf shelf = new StoredVersions(store.unit("engine"));
    private Office office;

    @AfterEach
    void close() throws Exception {
        office.close();
        store.close();
    }

    private void open() {
        office = new Office(store, shelf, folder, facts, "rules");
    }

    private void write() throws IOException {
        String words = "title=Joint\nlimit-row=Large\nlarge=Large\nparameter.limit-amount=Amount\n";
        for (Map.Entry<String, String> file : Map.of("limit.csv", "2000000", "texts.properties", words, "texts_zh.properties", words,
                "cases/limit.yaml", "- name: the limit itself\n  facts:\n    - Order: {total: 2000000}\n  expect:\n    - Check: {subject: size}\n").entrySet()) {
            Path path = folder.resolve(SET).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private boolean fires(long total) {
        return !office.book.ask(office.book.active(JOINT), List.of(), LocalDate.of(2026, 3, 2), List.of(Orders.of(total))).conclusions().isEmpty();
    }

    private void reopen(Optional<LimitTables> reader) throws Exception {
        office.close();
        facts.tables = reader.map(each -> each);
        open();
        office.untilReady();
    }

    @Test
    void it_waits_for_the_bundle_that_reads_it_and_says_so() throws Exception {
        write();
        open();
        Office.until(() -> office.list.set(SET).isPresent());
        var candidate = office.list.set(SET).orElseThrow().candidate().orElseThrow();
        assertThat(candidate.problems()).singleElement().matches(problem ->
                problem.file().equals("limit.csv") && problem.message().key().equals("engine.tables-missing"));
        assertThat(candidate.steps()).anyMatch(step -> step.id().equals("syntax") && step.passage() == Passage.WAITS);
        facts.tables = Optional.of(FROM);
        office.facts.come();
        Office.until(() -> office.book.deciding().containsKey(SET));
        assertThat(fires(2_000_000)).isTrue();
        assertThat(fires(1_999_999)).isFalse();
    }

    @Test
    void what_it_said_when_it_was_activated_is_kept_and_decides_without_the_bundle() throws Exception {
        write();
        facts.tables = Optional.of(FROM);
        open();
        office.untilReady();
        reopen(Optional.empty());
        assertThat(fires(2_000_000)).isTrue();
        assertThat(fires(1_999_999)).isFalse();
        assertThat(office.list.set(SET).orElseThrow().active().orElseThrow().parameters()).map(parameter -> parameter.value().intValueExact())
                .containsExactly(2_000_000);
        assertThat(office.read(() -> office.history.parameters(SET))).singleElement().satisfies(line -> {
            assertThat(line.parameter().name()).isEqualTo("limit-row-amount");
            assertThat(line.parameter().value()).isEqualByComparingTo("2000000");
        });
    }

    @Test
    void what_an_older_notation_made_is_not_taken_for_the_new() throws Exception {
        write();
        facts.tables = Optional.of(FROM);
        open();
        office.untilReady();
        assertThat(fires(2_000_001)).isTrue();
        reopen(Optional.of(UP_TO));
        assertThat(fires(2_000_001)).isFalse();
        assertThat(fires(1_999_999)).isTrue();
    }

    @Test
    void another_reader_that_comes_while_it_decides_reads_it_anew() throws Exception {
        write();
        facts.tables = Optional.of(FROM);
        open();
        office.untilReady();
        facts.tables = Optional.of(UP_TO);
        office.facts.come();
        assertThat(fires(2_000_001)).isFalse();
        assertThat(fires(1_999_999)).isTrue();
    }

    @Test
    void what_is_wrong_with_a_number_is_kept_with_its_cell() throws Exception {
        write();
        Files.writeString(folder.resolve(SET).resolve("parameters.csv"), "name,value,unit,from,clause\nlimit-row-amount,1,CNY,2020-01-01,4.2\n");
        facts.tables = Optional.of(FROM);
        open();
        Office.until(() -> office.list.set(SET).isPresent());
        office.close();
        open();
        Office.until(() -> office.list.set(SET).isPresent());
        assertThat(office.list.set(SET).orElseThrow().candidate().orElseThrow().problems()).anyMatch(problem -> problem.file().equals("limit.csv")
                && problem.line() == 1 && problem.column() == 1 && problem.message().key().equals("engine.in-cell")
                && problem.message().arguments().get(1).toString().contains("engine.parameter-twice"));
    }
}
