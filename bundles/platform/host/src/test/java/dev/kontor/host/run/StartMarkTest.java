package dev.kontor.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A jar whose start ended the platform is known to the next one, and how often it did")
class StartMarkTest {

    private static final String LIFT = "a".repeat(64);
    private static final String STAIRS = "b".repeat(64);

    @TempDir
    Path folder;

    @Test
    void whatWasStartingWhenThePlatformEndedIsKnownToTheNextOneUntilItIsSettled() {
        Path copy = folder.resolve("next");
        new StartMark(folder.resolve("node")).during(LIFT, () -> copy("node", "next"));

        StartMark next = new StartMark(copy);
        assertThat(next.ended(STAIRS)).isZero();
        assertThat(next.ended(LIFT)).isEqualTo(1);
        assertThat(new StartMark(copy).ended(LIFT)).as("the store was away, and the platform ended once more").isEqualTo(1);
        next.settled();
        assertThat(next.ended(LIFT)).as("approved again it is tried again").isZero();
        assertThat(new StartMark(copy).ended(LIFT)).as("after the next start too").isZero();
    }

    @Test
    void endsInARowAreCounted() {
        new StartMark(folder.resolve("first")).during(LIFT, () -> copy("first", "second"));
        StartMark second = new StartMark(folder.resolve("second"));
        second.during(STAIRS, () -> {});
        second.during(LIFT, () -> copy("second", "third"));
        assertThat(second.ended(LIFT)).as("it came to an end after all").isZero();

        assertThat(new StartMark(folder.resolve("third")).ended(LIFT)).isEqualTo(2);
    }

    @Test
    void aMarkThatWasCutOffSaysNothing() throws IOException {
        Files.writeString(folder.resolve("starting"), LIFT);
        assertThat(new StartMark(folder).ended(LIFT)).isZero();
    }

    /** The disk as the end of the process leaves it. */
    private void copy(String from, String to) {
        try {
            Files.createDirectories(folder.resolve(to));
            Files.copy(folder.resolve(from).resolve("starting"), folder.resolve(to).resolve("starting"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aStartThatCameToAnEndLeavesNothing() throws Trouble {
        StartMark mark = new StartMark(folder);
        mark.during(LIFT, () -> {});
        assertThatThrownBy(() -> mark.during(LIFT, () -> {
            throw new Trouble(Text.of("host.not-active", "lift"));
        })).isInstanceOf(Trouble.class);

        assertThat(new StartMark(folder).ended(LIFT)).isZero();
    }
}
