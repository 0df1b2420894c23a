package dev.kontor.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The folder of calendars")
class CalendarFolderTest {

    private static final String YEAR =
            """
            {"year": 2027, "papers": ["https://example.org/2027"],
             "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}
            """;

    @TempDir
    Path home;

    private CalendarFolder folder;
    private long now;
    private int writes;

    @BeforeEach
    void watch() {
        folder = new CalendarFolder(home, 300);
    }

    @Test
    void aFileCountsOnceItWasQuiet() throws IOException {
        write("2027.json", YEAR);
        assertThat(lookAfter(0)).isFalse();
        assertThat(lookAfter(299)).isFalse();
        assertThat(lookAfter(1)).isTrue();
        assertThat(folder.files()).singleElement().satisfies(file -> assertThat(file.announced()).isTrue());
    }

    @Test
    void aHalfCopiedFileIsNeverTakenAndIsShown() throws IOException {
        taken("2027.json", YEAR);
        byte[] whole = YEAR.replace("2027-01-01", "2027-01-02").getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length - 1; length += 7) {
            write("2027.json", new String(whole, 0, length, StandardCharsets.ISO_8859_1));
            lookAfter(300);
            lookAfter(300);
            assertThat(folder.files()).first().asString().contains("2027-01-01");
            assertThat(folder.problems()).hasSize(1).first().asString().startsWith("2027.json: ");
        }
        taken("2027.json", new String(whole, StandardCharsets.UTF_8));
        assertThat(folder.files()).first().asString().contains("2027-01-02");
        assertThat(folder.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "[]", "{\"year\":2026,\"papers\":[],\"days\":[]}", "{\"year\":2027,\"papers\":[\"x\"],\"days\":[]}",
                "{\"year\":2027,\"papers\":[\"x\"],\"days\":[{\"date\":\"2027-02-30\",\"isOffDay\":true}]}",
                "{\"year\":2027,\"papers\":[\"x\"],\"days\":[{\"date\":\"2029-02-20\",\"isOffDay\":true}]}",
                "{\"year\":2027,\"papers\":[\"x\"],\"days\":[{\"date\":\"2027-02-20\"}]}",
                "{\"year\":2027,\"papers\":[],\"days\":[]} trailing"
            })
    void aWrongFileLeavesWhatWasKnown(String wrong) throws IOException {
        taken("2027.json", YEAR);
        taken("2027.json", wrong);
        assertThat(folder.files()).first().asString().contains("2027-01-01");
        assertThat(folder.problems()).hasSize(1);
        lookAfter(5_000);
        assertThat(folder.problems()).as("it stays shown").hasSize(1);
    }

    @Test
    void aFileThatGoesLeavesTheYear() throws IOException {
        taken("2027.json", YEAR);
        Files.delete(home.resolve("2027.json"));
        lookAfter(1_000);
        assertThat(folder.files()).hasSize(1);
    }

    @Test
    void aNameThatIsNoYearIsAProblem() throws IOException {
        taken("copy of 2027.json", YEAR);
        assertThat(folder.problems()).hasSize(1);
    }

    private void taken(String name, String content) throws IOException {
        write(name, content);
        lookAfter(300);
        lookAfter(300);
    }

    private boolean lookAfter(long quiet) {
        now += quiet;
        return folder.look(now);
    }

    private void write(String name, String content) throws IOException {
        Path file = home.resolve(name);
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * ++writes));
    }
}
