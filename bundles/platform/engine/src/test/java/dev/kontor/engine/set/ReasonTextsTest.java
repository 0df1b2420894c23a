package dev.kontor.engine.set;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.engine.SampleRules;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The words of reasons are said as they are written")
class ReasonTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"the order's limit: {0}", "the order''s limit: {0}"})
    void an_apostrophe_takes_no_value_away(String written) {
        RuleSetFiles files = SampleRules.joint().with(Map.of(
                ReasonTexts.ENGLISH, ("own=" + written).getBytes(StandardCharsets.UTF_8),
                ReasonTexts.CHINESE, "own=限额{0}".getBytes(StandardCharsets.UTF_8)));
        assertThat(ReasonTexts.parse(files, new Problems()).say(Reason.of("own", 5)))
                .contains(new ReasonWords("the order's limit: 5", "限额5"));
    }
}
