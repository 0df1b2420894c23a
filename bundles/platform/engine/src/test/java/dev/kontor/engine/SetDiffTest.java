package dev.kontor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.text.Text;
import dev.kontor.engine.diff.SetDiff;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a version says otherwise stands in sentences")
class SetDiffTest {

    private static final String PARAMETERS = "parameters.csv";

    private static RuleSetFiles changed(String file, UnaryOperator<String> how) {
        RuleSetFiles joint = SampleRules.joint();
        String next = how.apply(joint.text(file));
        assertThat(next).as("the change of the test").isNotEqualTo(joint.text(file));
        return joint.with(Map.of(file, next.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> sentences(RuleSetFiles after) {
        return new SetDiff(SampleRules.joint(), after, false).sentences().stream().map(text -> say(text, "messages")).toList();
    }

    private static List<String> chinese(RuleSetFiles after) {
        return new SetDiff(SampleRules.joint(), after, true).sentences().stream().map(text -> say(text, "messages_zh")).toList();
    }

    private static String say(Text text, String language) {
        if (text.isPlain()) {
            return text.arguments().get(0).toString();
        }
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/i18n", language + ".properties"))) {
            words.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Object[] arguments = text.arguments().stream()
                .map(each -> each instanceof Text inner ? say(inner, language) : each instanceof java.time.LocalDate ? each.toString() : each)
                .toArray();
        return new MessageFormat(words.getProperty(text.key()), Locale.ENGLISH).format(arguments);
    }

    @Test
    void aLimitThatIsLoweredFromADayOn() {
        RuleSetFiles after = changed(PARAMETERS, text -> text + "large-order-from,500000,CNY,2026-12-01,4.2\n");

        assertThat(sentences(after)).containsExactly("“Large order, from” changes from CNY 2,000,000 to CNY 500,000 from 2026-12-01 on (clause 4.2).");
        assertThat(chinese(after)).singleElement().asString().contains("自 2026-12-01 起由2,000,000 元改为500,000 元（条款 4.2）");
    }

    @Test
    void aValueThatCountsForATimeOnlySaysUntilWhen() {
        RuleSetFiles after = changed(PARAMETERS,
                text -> text + "split-days,45,days,2026-12-01,4.2\nsplit-days,30,days,2027-01-01,4.2\n");

        assertThat(sentences(after)).containsExactly("“Span” changes from 30 days to 45 days from 2026-12-01 on, until 2027-01-01 begins (clause 4.2).");
    }

    @Test
    void aLineThatChangesNoDaySaysNothing() {
        assertThat(sentences(changed(PARAMETERS, text -> text + "# who asked\nsplit-days,30.0,days,2026-12-01,4.2\n"))).isEmpty();
    }

    @Test
    void parametersComeAndGoAndGetAnotherClause() {
        assertThat(sentences(changed(PARAMETERS, text -> text.replace("split-days,30", "unused,3"))))
                .containsExactly("The parameter “Span” is gone; from 2020-01-01 on it was 30 days (clause 4.2).",
                        "“Unused” is new: 3 days from 2020-01-01 on (clause 4.2).");
        assertThat(sentences(changed(PARAMETERS, text -> text.replace("30,days,2020-01-01,4.2", "30,days,2020-01-01,4.3"))))
                .containsExactly("“Span” keeps its value; its clause changes from 4.2 to 4.3 from 2020-01-01 on.");
    }

    private static final String RULE = "large order needs a financial evaluation";

    @Test
    void aRuleThatChangedSaysWhichPart() {
        assertThat(sentences(changed("joint.drl", text -> text.replaceFirst(">= *\\$from", "> \\$from"))))
                .containsExactly("The rule “" + RULE + "” has changed: its condition.");
        assertThat(sentences(changed("joint.drl", text -> text.replaceFirst("new Clause\\(\"4.2\"\\)", "new Clause(\"4.3\")"))))
                .singleElement().asString().contains("its clause from 4.2 to 4.3");
        assertThat(sentences(changed("joint.drl", text -> text.replaceFirst("\"finance\"", "\"finances\""))))
                .singleElement().asString().endsWith("has changed: its conclusion.");
    }

    @Test
    void aVariableMoreInTheConditionsChangesTheConditionsAlone() {
        assertThat(sentences(changed("joint.drl", text -> text.replaceFirst("when\n", "when\n    Order( \\$zone : currency )\n"))))
                .singleElement().asString().endsWith("has changed: its condition.");
    }

    @Test
    void layoutCommentsAndNamesOfVariablesSayNothing() {
        assertThat(sentences(changed("joint.drl", text -> "// a remark\n" + text.replace("$total", "$sum").replace("when\n", "when\n\n")))).isEmpty();
    }

    @Test
    void aRuleComesGoesAndGetsAnotherName() {
        assertThat(sentences(changed("joint.drl", text -> text.replace('"' + RULE + '"', "\"big order\""))))
                .contains("The rule “" + RULE + "” is called “big order” now.");
        RuleSetFiles more = changed("joint.drl", text -> text + """
                rule "foreign orders wait"
                when
                    Order( currency != "CNY" )
                then
                    insertLogical( new Conclusion.Hold( "review.cleared", "rate", Reason.of("rate"), new Clause("4.9") ) );
                end
                """);
        assertThat(sentences(more)).containsExactly("The rule “foreign orders wait” is new: on Order it concludes a hold (clause 4.9).");
        assertThat(new SetDiff(more, SampleRules.joint(), false).sentences()).extracting(Text::key).containsExactly("engine.diff.rule-gone");
    }

    @Test
    void wordsThatPeopleReadOtherwiseAreToldInTheirLanguage() {
        assertThat(sentences(changed("texts.properties", text -> text.replace("is not below {1}", "reaches {1}"))))
                .containsExactly("The English words of large-order change from “The total of {0} is not below {1}.” to “The total of {0} reaches {1}.”.");
        assertThat(sentences(changed("texts_zh.properties", text -> text.replaceFirst("title=.*", "title=会签"))))
                .singleElement().asString().startsWith("The Chinese words of title change");
    }

    @Test
    void casesComeGoAndChangeByTheirNames() {
        String file = "cases/large.yaml";
        String first = SampleRules.joint().text(file).lines().filter(line -> line.startsWith("- name: ")).findFirst().orElseThrow().substring(8);
        assertThat(sentences(changed(file, text -> text + "\n- name: another\n  facts: []\n  expect: []\n")))
                .containsExactly("The case “another” was added.");
        assertThat(sentences(changed(file, text -> text.replaceFirst("\n  facts:", "\n  day: 2026-04-01\n  facts:"))))
                .containsExactly("The case “" + first + "” was changed.");
        assertThat(sentences(changed(file, text -> "# a remark\n" + text.replace("\n\n", "\n\n\n")))).isEmpty();
    }
}
