package dev.kontor.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.store.StoreHarness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Tables that could not go back to the version before are named")
final class MigrationCheckTest {

    private static final String FIRST = "CREATE TABLE customs_statement (id VARCHAR(40) NOT NULL PRIMARY KEY);";

    @TempDir
    private Path scripts;

    @Test
    void tablesThatGrowAreFineAndComeOnce() {
        write("V1__statement.sql", FIRST);
        write("V2__words.sql", "ALTER TABLE customs_statement ADD COLUMN words VARCHAR(200);\n-- drop nothing\nCREATE INDEX customs_words ON customs_statement (words);");

        assertThat(problems()).isEmpty();
        assertThat(run()).isEmpty();
    }

    @Test
    void aColumnThatIsDropped() {
        write("V1__statement.sql", FIRST);
        write("V2__less.sql", "ALTER TABLE customs_statement DROP COLUMN id;");

        assertThat(problems()).singleElement().asString().contains("V2__less.sql says DROP");
    }

    @Test
    void aTableOfAnotherUnit() {
        write("V1__statement.sql", FIRST + "\nINSERT INTO kernel_roster VALUES ('customs');");

        assertThat(problems()).singleElement().asString().contains("kernel_roster, which must begin with customs_");
    }

    @Test
    void aGapAndAWrongName() {
        write("V2__statement.sql", FIRST);
        write("statement.sql", FIRST);

        assertThat(problems()).hasSize(2).anySatisfy(gap -> assertThat(gap).contains("After version 0 comes 2"))
                .anySatisfy(name -> assertThat(name).contains("statement.sql must be called"));
    }

    @Test
    void scriptsWithoutAUnit() {
        write("V1__statement.sql", "CREATE TABLE ${unit}_statement (id VARCHAR(40) NOT NULL PRIMARY KEY);");

        assertThat(problems()).isEmpty();
        assertThat(MigrationCheck.of(scripts).problems("")).anySatisfy(problem -> assertThat(problem).contains("Kontor-Unit"));
    }

    @Test
    void whatTheDatabaseRefuses() {
        write("V1__statement.sql", "CREATE TABLE customs_statement (id JSONB);");

        assertThat(run()).singleElement().asString().contains("V1__statement.sql");
    }

    private List<String> problems() {
        return MigrationCheck.of(scripts).problems("customs");
    }

    private List<String> run() {
        try (StoreHarness store = StoreHarness.derby()) {
            return MigrationCheck.of(scripts).run("customs", store);
        }
    }

    private void write(String name, String content) {
        try {
            Files.writeString(scripts.resolve(name), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
