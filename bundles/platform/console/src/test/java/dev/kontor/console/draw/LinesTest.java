package dev.kontor.console.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Two versions line by line")
final class LinesTest {

    private static String signs(String before, String after) {
        return Lines.difference(before, after).stream().map(line -> line.sign().substring(0, 1)).collect(Collectors.joining());
    }

    @Test
    void aChangedLineIsGoneAndNew() {
        assertThat(signs("a\nb\nc", "a\nx\nc")).isEqualTo("sgns");
    }

    @Test
    void equalTextsHaveNoDifference() {
        assertThat(signs("a\nb", "a\nb\n")).isEqualTo("ss");
    }

    @Test
    void anEmptyTextIsAllNewOrAllGone() {
        assertThat(signs("", "a\nb")).isEqualTo("nn");
        assertThat(signs("a\nb", "")).isEqualTo("gg");
    }

    @Test
    void linesCarryTheNumbersOfBothTexts() {
        assertThat(Lines.difference("a\nc", "a\nb\nc")).isEqualTo(List.of(
                new Lines.Line("same", 1, 1, "a"), new Lines.Line("new", 0, 2, "b"), new Lines.Line("same", 2, 3, "c")));
    }
}
