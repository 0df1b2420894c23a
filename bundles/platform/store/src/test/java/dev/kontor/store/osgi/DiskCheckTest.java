package dev.kontor.store.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.text.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The disk of the data folder")
class DiskCheckTest {

    private static final long LEAST = DiskCheck.LEAST_MB * 1024 * 1024;

    @Test
    void isWarnedOfBelowTheLeastRoomAndStopsNobody() {
        DiskCheck nearlyFull = new DiskCheck("/data", () -> LEAST - 1);

        assertThat(new DiskCheck("/data", () -> LEAST).warning()).isEmpty();
        assertThat(nearlyFull.warning()).contains(Text.of("store.disk-full", DiskCheck.LEAST_MB - 1, "/data"));
        assertThat(nearlyFull.missing()).isEmpty();
    }
}
