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

@DisplayName("A jar whose first start ends the platform is not started by the next one")
class StartMarkTest {

    private static final String LIFT = "a".repeat(64);
    private static final String STAIRS = "b".repeat(64);

    @TempDir
    Path folder;

    @Test
    void whatWasStartingWhenThePlatformEndedIsKnownToTheNextOneUntilItIsSettled() throws IOException {
        Path copy = folder.resolve("next");
        new StartMark(folder.resolve("node")).during(LIFT, () -> copy(copy));

        StartMark next = new StartMark(copy);
        assertThat(next.wasStarting(STAIRS)).isFalse();
        assertThat(next.wasStarting(LIFT)).isTrue();
        assertThat(new StartMark(copy).wasStarting(LIFT)).as("the store was away, and the platform ended once more").isTrue();
        next.settled();
        assertThat(next.wasStarting(LIFT)).as("approved again it is tried again").isFalse();
        assertThat(new StartMark(copy).wasStarting(LIFT)).as("after the next start too").isFalse();
    }

    /** The disk as the end of the process leaves it. */
    private void copy(Path to) {
        try {
            Files.createDirectories(to);
            Files.copy(folder.resolve("node/first-start"), to.resolve("first-start"));
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

        assertThat(new StartMark(folder).wasStarting(LIFT)).isFalse();
    }
}
