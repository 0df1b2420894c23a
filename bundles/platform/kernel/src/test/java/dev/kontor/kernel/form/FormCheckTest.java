package dev.kontor.kernel.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A form's check")
class FormCheckTest {

    private static final Text LABEL = Text.plain("x");
    private static final Upload KEPT = new Upload("contract.pdf", "application/pdf", 12, "ab");

    private final FormCheck check =
            FormCheck.with(asked -> asked.digest().equals("ab") ? Optional.of(KEPT) : Optional.<Upload>empty());

    @Test
    void takes200CharactersInALineAndNot201() {
        assertThat(one(Field.text("f", LABEL), "x".repeat(200))).hasSize(200);
        assertRefused(Field.text("f", LABEL), "x".repeat(201));
        assertThat(one(Field.text("f", LABEL), " " + "订".repeat(200) + "\u3000")).hasSize(200);
    }

    @Test
    void refusesWhateverIsHandedInWhileSomethingIsMissingBefore() {
        Form form = Form.missing(Text.of("logistics.signer.provider-first"), Text.of("logistics.providers"), "logistics/providers");

        Refused refused = catchThrowableOfType(Refused.class, () -> check.check(form, new Values(Map.of("organisation", "East"))));

        assertThat(List.of(refused.reason(), refused.words())).containsExactly(Refused.Reason.CONFLICT, Text.of("logistics.signer.provider-first"));
    }

    @Test
    void takes20000CharactersInParagraphsAndNotOneMore() {
        assertThat(one(Field.longText("f", LABEL), "订".repeat(20_000))).hasSize(20_000);
        assertRefused(Field.longText("f", LABEL), "x".repeat(20_001));
        assertThat(one(Field.longText("f", LABEL).suggesting("code"), "x".repeat(262_144))).hasSize(262_144);
        assertRefused(Field.longText("f", LABEL).suggesting("code"), "x".repeat(262_145));
        assertThat(one(Field.longText("f", LABEL), "a\r\nb\rc\td")).isEqualTo("a\nb\nc\td");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\nb", "a\uD800b"})
    void refusesWhatNoStoreOrScreenTakes(String typed) {
        assertRefused(Field.text("f", LABEL), typed);
    }

    @Test
    void refusesTheNullCharacterEverywhere() {
        assertRefused(Field.longText("f", LABEL), "a\u0000b");
        assertRefused(Field.password("f", LABEL), "a\u0000b");
        assertRefused(Field.hidden("f"), "a\u0000b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.56 | 1234.56", "１２３ | 123", "１，２３４．５ | 1234.5", "-5 | -5", "－５ | -5", "007 | 7", "0 | 0",
                "999999999999999 | 999999999999999", "0.000001 | 0.000001", "1,000,000 | 1000000"
            })
    void understandsNumbers(String typed, String checked) {
        assertThat(one(Field.number("f", LABEL), typed)).isEqualTo(checked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,23", "12,34.5", "1.2.3", "1e9", "abc", "--1", "1 2", "0x10", "NaN", "1000000000000000", "0.0000001",
                "1,2345", ".5", "5."
            })
    void refusesOtherNumbers(String typed) {
        assertRefused(Field.number("f", LABEL), typed);
    }

    @Test
    void anAmountHasAtMostTwoDecimals() {
        assertThat(one(Field.amount("f", LABEL), "2,000,000.01")).isEqualTo("2000000.01");
        assertRefused(Field.amount("f", LABEL), "1.001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-01-01", "2099-12-31", "2024-02-29", "２０２６-０３-０１"})
    void takesDays(String typed) {
        assertThat(one(Field.date("f", LABEL), typed)).matches("\\d{4}-\\d\\d-\\d\\d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1989-12-31", "2100-01-01", "2023-02-29", "2026-13-01", "01.03.2026", "0000-00-00", "+12026-01-01"})
    void refusesOtherDays(String typed) {
        assertRefused(Field.date("f", LABEL), typed);
    }

    @Test
    void takesNamedOptionsOnly() {
        var options = List.of(new Field.Option("a", LABEL), new Field.Option("b", LABEL));
        assertThat(one(Field.choice("f", LABEL, options), "b")).isEqualTo("b");
        assertRefused(Field.choice("f", LABEL, options), "c");
        Form many = Form.of(LABEL, Field.choices("f", LABEL, options));
        assertThat(check.check(many, values(List.of("b", "a", "b"))).choices("f")).containsExactly("b", "a");
        assertThat(check.check(many, values("a")).choices("f")).containsExactly("a");
        assertThatThrownBy(() -> check.check(many, values(List.of("a", "c")))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> check.check(many, values(List.of()))).isInstanceOf(Refused.class);
    }

    @Test
    void yesAndNoHaveSeveralSpellings() {
        assertThat(one(Field.yesNo("f", LABEL), "on")).isEqualTo("yes");
        assertThat(one(Field.yesNo("f", LABEL), "False")).isEqualTo("no");
        assertRefused(Field.yesNo("f", LABEL), "maybe");
    }

    @Test
    void aFileMustHaveBeenTakenIn() {
        Form form = Form.of(LABEL, Field.file("f", LABEL));
        assertThat(check.check(form, values("ab")).upload("f")).contains(KEPT);
        assertThat(check.check(form, values(KEPT)).upload("f")).contains(KEPT);
        assertThatThrownBy(() -> check.check(form, values("cd"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> check.check(form, values(new Upload("x", "y", 1, "cd")))).isInstanceOf(Refused.class);
    }

    @Test
    void aPasswordIsLeftAsItIs() {
        assertThat(check.check(Form.of(LABEL, Field.password("f", LABEL)), values(" １ ")).all()).containsEntry("f", " １ ");
    }

    @Test
    void namesEveryGapAtItsRowAsItWasTyped() {
        Form form = Form.of(
                LABEL,
                Field.text("name", LABEL),
                Field.group("lines", LABEL, List.of(Field.text("model", LABEL), Field.number("quantity", LABEL))));
        Values good = new Values(Map.of("model", "X1", "quantity", "2"));
        Values empty = new Values(Map.of("model", " "));
        Values bad = new Values(Map.of("model", "X2", "quantity", "two"));

        Refused refused = refused(form, new Values(Map.of("lines", List.of(good, empty, bad))));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.INVALID);
        assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("name", "lines[2].quantity");
        Values rows = new Values(Map.of("name", "n", "lines", List.of(good, empty)));
        assertThat(check.check(form, rows).rows("lines")).containsExactly(good);
    }

    @Test
    void takes500RowsAndNot501() {
        Form form = Form.of(LABEL, Field.group("f", LABEL, List.of(Field.text("a", LABEL))));
        Values row = new Values(Map.of("a", "1"));
        assertThat(check.check(form, values(Collections.nCopies(500, row))).rows("f")).hasSize(500);
        assertThat(refused(form, values(Collections.nCopies(501, row))).gaps()).hasSize(1);
    }

    @Test
    void dropsWhatTheFormDoesNotAskForAndWhatIsEmpty() {
        Form form = Form.of(LABEL, Field.text("a", LABEL).optional());
        assertThat(check.check(form, new Values(Map.of("a", "\u3000 ", "b", "x"))).all()).isEmpty();
    }

    private static Values values(Object value) {
        return new Values(Map.of("f", value));
    }

    private String one(Field field, String typed) {
        return check.check(Form.of(LABEL, field), values(typed)).text("f");
    }

    private void assertRefused(Field field, String typed) {
        assertThat(refused(Form.of(LABEL, field), values(typed)).gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.field()).isEqualTo("f"));
    }

    private Refused refused(Form form, Values typed) {
        return catchThrowableOfType(Refused.class, () -> check.check(form, typed));
    }
}
