package dev.kontor.store.jta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.store.DiskFull;
import dev.kontor.store.StoreFailed;
import dev.kontor.store.StoreFailed.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A full disk is told apart from a database that is away")
final class FullDiskTest {

    /** Linux has a device on which nothing ever has room. */
    private static final Path FULL_DEVICE = Path.of("/dev/full");

    private static final IOException NO_ROOM = new IOException("No space left on device");

    @Test
    @DisplayName("What the operating system says of a device without room is known for what it is")
    @EnabledIf("hasFullDevice")
    void theSystemsOwnWordsAreKnown() {
        IOException said = catchThrowableOfType(IOException.class, () -> Files.write(FULL_DEVICE, new byte[] {1}));

        assertThat(DiskFull.is(new IllegalStateException("wrapped", said))).isTrue();
        assertThat(DiskFull.is(new IOException("Input/output error"))).isFalse();
    }

    static boolean hasFullDevice() {
        return Files.exists(FULL_DEVICE);
    }

    private static Trouble of(String state, Throwable cause) {
        return ((StoreFailed) Failures.asStoreFailure(new SQLException("words of the database", state, cause), false)).trouble();
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "XSDG1", "XSLA4"})
    void whatTheDatabasesCallFull(String state) {
        assertThat(of(state, new IOException("whatever"))).isEqualTo(Trouble.FULL);
    }

    @Test
    void aLogThatCannotBeWrittenForWantOfRoomIsFullAndOtherwiseAway() {
        assertThat(of("XSLA0", NO_ROOM)).isEqualTo(Trouble.FULL);
        assertThat(of("XSLA0", new IOException("Input/output error"))).isEqualTo(Trouble.UNAVAILABLE);
        assertThat(of("53300", new IOException("too many"))).as("too many connections").isEqualTo(Trouble.UNAVAILABLE);
        assertThat(of("25502", new IOException("read-only"))).as("Derby that was opened on a full disk").isEqualTo(Trouble.UNAVAILABLE);
    }

    @Test
    void aCommitThatFoundNoRoomIsFullAndLeftOpen() {
        StoreFailed failed = Failures.ofCommit(new SQLException("flush", "XSLA0", NO_ROOM));

        assertThat(failed.trouble()).isEqualTo(Trouble.FULL);
        assertThat(failed.uncertain()).isTrue();
    }
}
