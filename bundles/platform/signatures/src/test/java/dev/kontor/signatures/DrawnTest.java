package dev.kontor.signatures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.signature.NotVerified;
import dev.kontor.api.signature.NotVerified.Fault;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 6.2: a drawn signature is one (R-6.10)")
final class DrawnTest {

    private final CmsSignatures signatures = new CmsSignatures();

    private Fault fault(byte[] picture) {
        NotVerified refused = catchThrowableOfType(NotVerified.class, () -> signatures.drawn(picture));
        assertThat(refused).as("a refusal").isNotNull();
        return refused.fault();
    }

    @Test
    @DisplayName("R-6.10: a blank picture, a point and two points far apart are no signature; a short stroke may be one")
    void nearlyBlank() {
        assertThat(fault(Strokes.onPaper(1200, 480).png())).isEqualTo(Fault.BLANK);
        assertThat(fault(Strokes.onPaper(1200, 480).line(30, 30, 30, 30).png())).isEqualTo(Fault.BLANK);
        assertThat(fault(Strokes.onPaper(1200, 480).line(30, 30, 30, 30).line(1100, 400, 1100, 400).png())).isEqualTo(Fault.BLANK);
        assertThatCode(() -> signatures.drawn(Strokes.onPaper(1200, 480).line(30, 30, 100, 50).png())).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("R-6.10: nothing but ground is blank whatever its colour and however large; a photo of a stroke is not")
    void theGround() {
        assertThat(fault(Strokes.onGlass(1200, 480).png())).as("one can look through it").isEqualTo(Fault.BLANK);
        assertThat(fault(Strokes.onPaper(3000, 2000).dark().png())).isEqualTo(Fault.BLANK);
        assertThatCode(() -> signatures.drawn(Strokes.onGlass(1200, 480).line(30, 30, 700, 200).png())).doesNotThrowAnyException();
        assertThatCode(() -> signatures.drawn(Strokes.onPaper(3000, 2000).wide(20).line(300, 300, 2000, 900).jpeg())).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("R-6.10: what is no picture, half of one, or claims to be larger than any camera takes is refused as unreadable")
    void unreadable() {
        assertThat(fault("no picture".getBytes(UTF_8))).isEqualTo(Fault.UNREADABLE);
        assertThat(fault(new byte[0])).isEqualTo(Fault.UNREADABLE);
        byte[] whole = Strokes.onPaper(1200, 480).line(30, 30, 700, 200).png();
        assertThat(fault(Arrays.copyOf(whole, 40))).isEqualTo(Fault.UNREADABLE);
        byte[] huge = whole.clone();
        huge[18] = 127; // the third byte of its width
        assertThat(fault(huge)).isEqualTo(Fault.UNREADABLE);
    }
}
