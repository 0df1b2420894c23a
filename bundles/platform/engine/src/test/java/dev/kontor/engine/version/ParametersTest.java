package dev.kontor.engine.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.RuleHistory.ParameterLine;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.engine.set.UnitValue;
import dev.kontor.store.StoreHarness;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Numbers are changed in a form, from a day on, and their history is known")
class ParametersTest {

    private static final String SET = "review/joint";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final String LARGE = "large-order-from";

    private final StoreHarness store = database();
    private Office office;

    StoreHarness database() {
        return StoreHarness.derby();
    }

    @BeforeEach
    void open() {
        office = new Office(store, new StoredVersions(store.unit("engine")), Path.of("src/test/resources/rules"), new FactsByHand(), "rules");
        office.clock.moveTo(TODAY.atStartOfDay(office.clock.zone()).toInstant());
        office.untilReady();
    }

    @AfterEach
    void close() throws Exception {
        office.close();
        store.close();
    }

    private static Values row(String name, String value) {
        return new Values(Map.of("name", name, "value", value));
    }

    private void change(Map<String, Object> more, Values... rows) {
        Map<String, Object> values = new TreeMap<>(Map.of("set", SET, "reason", "the board of 20 November", "then", "activate"));
        values.putAll(more);
        values.put("changes", List.of(rows));
        office.run("rules", "rules/parameters", values);
    }

    private Values initial(String subject) {
        return office.read(() -> office.command("rules/parameters").initial(Office.person("rules"), subject));
    }

    private String file() {
        RuleSets.Version active = office.list.set(SET).orElseThrow().active().orElseThrow();
        return office.list.files(SET, active.version().digest()).orElseThrow().get("parameters.csv");
    }

    private List<Refused.Gap> gaps(Map<String, Object> more, Values... rows) {
        try {
            change(more, rows);
            return List.of();
        } catch (Refused refused) {
            return refused.gaps();
        }
    }

    @Test
    void aValueToComeIsOneLineMoreAndThePresentOneStays() {
        String before = file();
        change(Map.of("from", "2026-12-01"), row(LARGE, "500,000"));

        assertThat(file()).isEqualTo(before.replace("large-order-from,2000000,CNY,2020-01-01,4.2\n",
                "large-order-from,2000000,CNY,2020-01-01,4.2\nlarge-order-from,500000,CNY,2026-12-01,4.2\n"));
    }

    @Test
    void aSecondValueOfTheSameDayTakesThePlaceOfTheFirst() {
        change(Map.of("from", "2026-12-01"), row(LARGE, "500000"));
        change(Map.of("from", "2026-12-01"), new Values(Map.of("name", LARGE, "value", "CNY 600000", "clause", "4.2.1")));

        assertThat(file()).contains("large-order-from,600000,CNY,2026-12-01,4.2.1\n").doesNotContain("500000");
    }

    @Test
    void severalNumbersAreOneVersionAndWhatStaysIsNoChange() {
        change(Map.of("from", "2026-12-01"), row(LARGE, "2000000"), row("evaluation-days", "6"), row("split-days", "45"));

        assertThat(file()).contains("evaluation-days,6,WD,2026-12-01,4.2\n", "split-days,45,days,2026-12-01,4.2\n")
                .doesNotContain("2000000,CNY,2026");
        assertThat(office.list.versions(SET)).hasSize(2);
    }

    @Test
    void withoutADayItCountsFromToday() {
        change(Map.of(), row("split-days", "45 天"));

        assertThat(file()).contains("split-days,45,days,2026-11-26,4.2\n");
    }

    @Test
    void anEarlierDayIsWarnedAboutAndPossibleAllTheSame() {
        assertThat(gaps(Map.of("from", "2026-11-25"), row("split-days", "45"))).singleElement().satisfies(gap -> {
            assertThat(gap.field()).isEqualTo("from");
            assertThat(gap.message().key()).isEqualTo("engine.from-earlier");
        });
        change(Map.of("from", "2026-11-25", "earlier", "yes"), row("split-days", "45"));
        assertThat(file()).contains("split-days,45,days,2026-11-25,4.2\n");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "large-order-from, two, engine.value-number",
        "large-order-from, '50,00', engine.value-number",
        "large-order-from, -1, engine.value-negative",
        "large-order-from, USD 500000, engine.value-unit",
        "large-order-from, 50 %, engine.value-unit",
        "evaluation-days, 2.5, engine.value-whole",
        "evaluation-days, 5 days, engine.value-unit",
        "large-order-from, 1234567890123456789, engine.value-size",
        "nobody, 1, engine.parameter-unknown"})
    void whatCannotBeIsSaidAtItsField(String name, String value, String key) {
        assertThat(gaps(Map.of(), row("split-days", "45"), row(name, value))).singleElement().satisfies(gap -> {
            assertThat(gap.field()).startsWith("changes[1].");
            assertThat(gap.message().key()).isEqualTo(key);
        });
        assertThat(office.list.versions(SET)).hasSize(1);
    }

    @Test
    void aShareIsAtMostAHundredPerCent() {
        List<String> wrong = new ArrayList<>();
        assertThat(UnitValue.read("100 %", "%", text -> wrong.add(text.key()))).contains(new BigDecimal("100"));
        assertThat(UnitValue.read("100.01", "%", text -> wrong.add(text.key()))).isEmpty();
        assertThat(wrong).containsExactly("engine.value-share");
    }

    @Test
    void whatChangesNothingIsRefused() {
        assertThat(gaps(Map.of(), row(LARGE, "2,000,000.00"))).extracting(gap -> gap.message().key()).containsExactly("engine.nothing-changes");
        assertThat(gaps(Map.of(), row(LARGE, "1"), row(LARGE, "2"))).extracting(Refused.Gap::field).containsExactly("changes[1].name");
    }

    @Test
    void theFormStandsAtWhatIsInForceTodayAndSaysTheUnit() {
        change(Map.of("from", "2026-11-26"), row("split-days", "45"));
        change(Map.of("from", "2026-11-27"), row("split-days", "60"));

        Values initial = initial(SET);
        assertThat(initial.rows("changes")).extracting(row -> row.text("name") + "=" + row.text("value"))
                .containsExactly("large-order-from=2,000,000", "evaluation-days=5", "split-days=45");
        assertThat(initial.text("then")).isEqualTo("propose");
        assertThat(initial(SET + "@" + LARGE).rows("changes")).hasSize(1);
        assertThat(office.read(() -> office.command("rules/parameters").form(Office.person("rules"), SET)).toString()).contains("Large order, from", "engine.unit-cny");
    }

    @Test
    void aProposalDecidesNothingAndASecondChangeCanBuildOnIt() {
        change(Map.of("then", "propose"), row("split-days", "45"));
        RuleSets.Version proposed = office.list.set(SET).orElseThrow().candidate().orElseThrow();
        assertThat(proposed.state()).isEqualTo("proposed");
        change(Map.of("base", proposed.version().digest()), row("evaluation-days", "5"), row(LARGE, "3000000"));

        assertThat(file()).contains("split-days,45,days", "large-order-from,3000000,CNY");
    }

    @Test
    void aCaseThatNoLongerHoldsRefusesTheVersionAndLeadsToItsFiles() {
        Map<String, Object> values = Map.of("set", SET, "reason", "x", "from", "2021-01-01", "earlier", "yes",
                "changes", List.of(row("evaluation-days", "6")));
        assertThat(office.run("rules", "rules/parameters", values).next()).contains("rules/review/joint/edit?version=", "file=cases/");
        assertThat(office.list.set(SET).orElseThrow().candidate().orElseThrow().state()).isEqualTo("refused");
    }

    @Test
    void severalFilesAreChangedOneAfterTheOtherOnAVersionThatWasRefused() {
        String refused = office.run("rules", "rules/parameters", Map.of("set", SET, "reason", "x", "from", "2021-01-01", "earlier", "yes",
                "changes", List.of(row("evaluation-days", "6")))).id();
        String cases = office.list.files(SET, refused).orElseThrow().get("cases/large.yaml");
        office.run("rules", "rules/upload", Map.of("set", SET, "base", refused, "file", "cases/large.yaml", "reason", "x", "then", "activate",
                "content", cases.replace("within: 5", "within: 6")));

        assertThat(file()).contains("evaluation-days,6,WD,2021-01-01");
        assertThat(office.list.set(SET).orElseThrow().active().orElseThrow().version().number()).isEqualTo(2);
    }

    @Test
    void aFileIsTakenOutAndOneThatIsNotThereIsSaid() {
        office.run("rules", "rules/upload", Map.of("set", SET, "file", "notes.txt", "reason", "x", "then", "activate", "content", "who asked"));
        assertThat(office.command("rules/upload").form(Office.person("rules"), SET).fields()).extracting(Field::name)
                .containsExactly("set", "base", "file", "content", "then", "reason");
        String with = office.list.set(SET).orElseThrow().active().orElseThrow().version().digest();
        assertThat(office.list.files(SET, with).orElseThrow()).containsKey("notes.txt");
        office.run("rules", "rules/remove", Map.of("set", SET, "file", "cases/large.yaml", "reason", "x"));
        assertThat(office.list.set(SET).orElseThrow().candidate().orElseThrow().problems())
                .anyMatch(problem -> problem.message().key().equals("engine.rule-untried"));
        assertThatThrownBy(() -> office.run("rules", "rules/remove", Map.of("set", SET, "file", "none.drl", "reason", "x")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.gaps().get(0).field()).isEqualTo("file"));
    }

    @Test
    void theHistoryNamesVersionAuthorAndReasonAlsoAfterARollback() {
        change(Map.of("from", "2026-12-01"), row(LARGE, "500000"));
        change(Map.of("from", "2026-12-01", "reason", "too low"), row(LARGE, "600000"));
        office.run("rules", "rules/rollback", Map.of("set", SET, "reason", "the board again"));

        List<ParameterLine> lines = store.transactions().read(() -> office.history.parameters(SET)).stream()
                .filter(line -> line.parameter().name().equals(LARGE))
                .toList();
        assertThat(lines).extracting(line -> line.parameter().value().toPlainString() + " by version " + line.version().number() + " until "
                        + line.until().map(version -> "" + version.number()).orElse("-") + ": " + line.reason())
                .containsExactly(
                        "500000 by version 2 until -: the board again",
                        "600000 by version 3 until 2: too low",
                        "500000 by version 2 until 3: the board of 20 November",
                        "2000000 by version 1 until -: ");
        assertThat(lines.get(1).by()).contains(new PersonId("rules"));
        assertThat(lines.get(3).by()).isEmpty();
        assertThat(lines).extracting(ParameterLine::parameter).extracting(Parameter::from).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void aSetThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> office.run("rules", "rules/parameters", Map.of("set", "review/none", "reason", "x")))
                .isInstanceOf(Refused.class).hasMessageContaining("nothing-to-change");
    }
}
