package dev.kontor.entry.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Refused.Gap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Regulation 3.2: the content of an order is complete (R-3.4)")
final class CompletenessTest {

    @Test
    void aCompleteDraftHasNoGap() {
        assertThat(Completeness.gaps(Drafted.complete())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "contract-number", "signed-on", "customer", "customer-name", "contact-name", "channel", "currency", "lines[0].model",
        "lines[0].name", "lines[0].quantity", "lines[0].unit", "lines[0].price", "lines[0].tax", "payment[0].kind",
        "payment[0].percent", "payment[0].due-event", "payment[0].means", "delivery-date", "delivery-place", "terms[0].kind",
        "terms[0].number", "terms[0].words"
    })
    void eachFieldTakenOutIsNamed(String field) {
        Map<String, String> draft = Drafted.complete();
        draft.remove(field);

        assertThat(Completeness.gaps(draft)).extracting(Gap::field).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines", "payment", "terms"})
    void eachGroupTakenOutIsNamed(String group) {
        Map<String, String> draft = Drafted.complete();
        draft.keySet().removeIf(path -> path.startsWith(group + "["));

        assertThat(Completeness.gaps(draft)).extracting(Gap::field).containsExactly(group);
    }

    @Test
    void theSignedContractMustBeFiled() {
        Map<String, String> draft = Drafted.complete();
        draft.remove("contract-document");

        assertThat(Completeness.gaps(draft)).extracting(Gap::field).containsExactly("contract-file");
    }

    @Test
    void anEmailIsAsGoodAsAPhone() {
        Map<String, String> draft = Drafted.complete();
        draft.remove("contact-phone");

        assertThat(Completeness.gaps(draft)).extracting(Gap::field).containsExactly("contact-phone");
        draft.put("contact-email", "wang@example.com");
        assertThat(Completeness.gaps(draft)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lines[0].quantity, 0", "lines[0].quantity, -1", "lines[0].quantity, 1.2345", "lines[0].quantity, drei",
        "lines[0].price, 1.234", "lines[0].tax, 100.01", "lines[0].tax, -1", "delivery-date, 2026-02-30",
        "signed-on, 2026/03/02", "payment[0].kind, deposit", "payment[0].means, cash", "payment[0].percent, 0",
        "payment[1].due-months, 1.5", "terms[0].kind, secret", "currency, XXX"
    })
    void whatCannotBeReadIsNamed(String field, String value) {
        Map<String, String> draft = Drafted.complete();
        draft.put(field, value);

        assertThat(Completeness.gaps(draft)).extracting(Gap::field).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({"699999.98, 1", "699999.99, 0", "700000.00, 1"})
    void instalmentsAddUpToTheTotalToTheCent(String amount, int gaps) {
        TreeMap<String, String> draft = Drafted.complete();
        draft.remove("payment[0].percent");
        draft.put("payment[0].amount", "300000.00");
        draft.remove("payment[1].percent");
        draft.put("payment[1].amount", amount);

        List<Gap> found = Completeness.gaps(draft);

        assertThat(found).hasSize(gaps).allMatch(gap -> gap.field().equals("payment"));
    }

    @Test
    void percentsThatMissAHundredAreRefused() {
        Map<String, String> draft = Drafted.complete();
        draft.put("payment[1].percent", "69.9");

        assertThat(Completeness.gaps(draft)).extracting(Gap::field).containsExactly("payment");
    }

    @Test
    void aDueDayAndADueEventExcludeEachOther() {
        Map<String, String> draft = Drafted.complete();
        draft.put("payment[0].due-day", "2026-04-01");

        assertThat(Completeness.gaps(draft)).extracting(Gap::field).containsExactly("payment[0].due-event");
    }

    @Test
    @DisplayName("R-6.10: only a listed acceptance can deliver, and only a listed one can make money due")
    void whatWaitsForAnAcceptanceNeedsItListed() {
        TreeMap<String, String> draft = Drafted.complete();
        draft.putAll(Map.of("delivered-with", "final", "payment[0].due-event", "pre-acceptance", "payment[1].due-or-event", "final-acceptance"));
        assertThat(Completeness.gaps(draft)).extracting(Gap::field)
                .containsExactly("delivered-with", "payment[0].due-event", "payment[1].due-or-event");

        draft.putAll(Map.of("pre-acceptance", "yes", "final-acceptance", "yes"));
        assertThat(Completeness.gaps(draft)).isEmpty();
        draft.put("delivered-with", "pre");
        assertThat(Completeness.gaps(draft)).extracting(Gap::field).containsExactly("delivered-with");
    }

    @ParameterizedTest
    @ValueSource(strings = {"due-months", "due-days", "due-unit", "due-or-event", "due-or-months", "due-or-days", "due-which"})
    @DisplayName("what stands beside a fixed due day is named, not ignored")
    void nothingStandsBesideADueDay(String cell) {
        TreeMap<String, String> draft = Drafted.complete();
        draft.remove("payment[0].due-event");
        draft.put("payment[0].due-day", "2046-03-02");
        assertThat(Completeness.gaps(draft)).as("20 years after the signature").isEmpty();

        draft.put("payment[0]." + cell, "1");

        assertThat(Completeness.gaps(draft)).extracting(Gap::field).containsExactly("payment[0]." + cell);
    }

    @ParameterizedTest
    @CsvSource({
        "due-months, 240", "due-days, 3650", "due-or-months, 240", "due-or-days, 3650", "due-or-days, 0", "due-unit, working",
        "due-which, last"
    })
    @DisplayName("policy 8: the first or last of two events, each with its own span of calendar or working days")
    void aSecondEventHasItsOwnSpan(String cell, String value) {
        TreeMap<String, String> draft = Drafted.complete();
        draft.put("payment[1].due-or-event", "arrival");
        draft.put("payment[1]." + cell, value);

        assertThat(Completeness.gaps(draft)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "due-months, 241", "due-days, 3651", "due-days, 9999999", "due-days, 12345678901", "due-or-months, 241", "due-or-days, 3651",
        "due-or-days, 1.5", "due-unit, weeks", "due-which, both"
    })
    @DisplayName("a span that nobody means is named at its cell and never becomes a day")
    void aSpanHasBounds(String cell, String value) {
        TreeMap<String, String> draft = Drafted.complete();
        draft.put("payment[1].due-or-event", "arrival");
        draft.put("payment[1]." + cell, value);

        assertThat(Completeness.gaps(draft)).extracting(Gap::field).containsExactly("payment[1]." + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"due-or-months", "due-or-days", "due-which"})
    void whatIsSaidOfASecondEventNeedsOne(String cell) {
        TreeMap<String, String> draft = Drafted.complete();
        draft.put("payment[1]." + cell, cell.equals("due-which") ? "last" : "1");

        assertThat(Completeness.gaps(draft)).extracting(Gap::field).containsExactly("payment[1].due-or-event");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2046-03-03", "+12026-03-02"})
    @DisplayName("a due day more than 20 years after the signature, or of a year with five digits, is a slip")
    void aDueDayFarAwayIsNamed(String day) {
        TreeMap<String, String> draft = Drafted.complete();
        draft.remove("payment[0].due-event");
        draft.put("payment[0].due-day", day);

        assertThat(Completeness.gaps(draft)).extracting(Gap::field).containsExactly("payment[0].due-day");
    }

    @ParameterizedTest
    @CsvSource({"lines[0].quantity, 1000001", "lines[0].price, 1000000000.01"})
    void whatNoColumnHoldsIsNamed(String field, String value) {
        TreeMap<String, String> draft = Drafted.complete();
        draft.put(field, value);

        assertThat(Completeness.gaps(draft)).extracting(Gap::field).containsExactly(field);
    }

    @Test
    @DisplayName("R-6.10: a deemed acceptance counts 1 to 365 whole days, and a unit without days says nothing")
    void theDaysOfADeemedAcceptance() {
        Map<String, String> draft = Drafted.complete();
        for (String good : List.of("1", "365", "")) {
            draft.put("deemed-days", good);
            assertThat(Completeness.gaps(draft)).as(good).isEmpty();
        }
        for (String bad : List.of("0", "366", "2.5", "-1", "ten")) {
            draft.put("deemed-days", bad);
            assertThat(Completeness.gaps(draft)).as(bad).extracting(Gap::field).containsExactly("deemed-days");
        }
        draft.putAll(Map.of("deemed-days", "", "deemed-unit", "working"));
        assertThat(Completeness.gaps(draft)).extracting(Gap::field).containsExactly("deemed-days");
        draft.putAll(Map.of("deemed-days", "10", "deemed-unit", "moons"));
        assertThat(Completeness.gaps(draft)).extracting(Gap::field).containsExactly("deemed-unit");
    }
}
