package dev.kontor.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What sources and rules name and nobody has words for is named")
final class SourceWordsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Text.of(\"customs.given\", number)|customs.given",
        "Text.of( \"customs.given2\" )|customs.given2",
        "new TaskKind(\"customs.statement\")|task.customs.statement",
        "new Role(\"customs.clerk\")|role.customs.clerk",
        "new  DocumentKind(\"customs.paper\")|document.customs.paper",
        "new MilestoneName(\"customs.stated\")|milestone.customs.stated"
    })
    void aNameOfTheDepartmentsOwn(String source, String key) throws IOException {
        Files.writeString(folder.resolve("Customs.java"), source);

        assertThat(problems()).containsExactly("Customs.java: There are no words for %s.".formatted(key));
        assertThat(problems(key)).isEmpty();
    }

    @Test
    void aKeyThatIsPutTogetherHasWordsOnceOneBeginsLikeIt() throws IOException {
        Files.writeString(folder.resolve("Customs.java"), "Text.of(\"customs.verdict.\" + verdict)");

        assertThat(problems("customs.verdict")).containsExactly("Customs.java: There are no words whose key begins with customs.verdict..");
        assertThat(problems("customs.verdict.fine")).isEmpty();
    }

    @Test
    void aTaskThatOnlyARuleNamesAndNothingOfOthers() throws IOException {
        Files.createDirectories(folder.resolve("customs/statement"));
        Files.writeString(folder.resolve("customs/statement/statement.drl"),
                "new Conclusion.Require( new TaskKind(\"customs.second\"), new Role(\"finance.clerk\"), new TaskKind(\"customs-office.first\") )");

        assertThat(problems()).containsExactly("statement.drl: There are no words for task.customs.second.");
    }

    @Test
    void textsOfARuleSetThatDifferInTheirValuesOrWereLeftInEnglish() throws IOException {
        Path set = Files.createDirectories(folder.resolve("customs/statement"));
        Files.writeString(set.resolve("texts.properties"), "title=Statements\nvaluable=Worth {0}.\nunit=KPI {0}\nowed=Owed");
        Files.writeString(set.resolve("texts_zh.properties"), "title=Statements\nvaluable=大额。\nunit=KPI {0}");

        assertThat(SourceWords.ofRules(folder)).containsExactly(
                "customs/statement: owed is not said in Chinese.",
                "customs/statement: title is in English in both languages: Statements",
                "customs/statement: valuable names the values [0] in English and [] in Chinese.");
        assertThat(SourceWords.ofRules(folder.resolve("nowhere"))).isEmpty();
    }

    private List<String> problems(String... keys) {
        Properties words = new Properties();
        for (String key : keys) {
            words.setProperty(key, "Words");
        }
        return SourceWords.problems(List.of(folder, folder.resolve("nowhere")), "customs", words);
    }
}
