package dev.kontor.logistics;

import static dev.kontor.logistics.LogisticsRoom.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.task.Task;
import dev.kontor.logistics.acceptance.CheckItems;
import dev.kontor.logistics.acceptance.Item;
import dev.kontor.logistics.acceptance.Proof;
import dev.kontor.logistics.shipment.Duties;
import dev.kontor.signatures.Strokes;
import dev.kontor.store.unit.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 6.2: a signature that is drawn on a screen (R-6.10)")
final class DrawnSignatureTest {

    private static final byte[] STROKE = Strokes.onPaper(1200, 480).line(100, 100, 700, 300).png();
    private static final byte[] BLANK = Strokes.onPaper(1200, 480).png();

    @Parameter
    private Dialect dialect;

    private LogisticsRoom room;

    private void arrived(String allowed) {
        room = new LogisticsRoom(dialect, saying(LogisticsRoom.twoMachines(false), Order.DRAWN_SIGNATURE, allowed));
        room.finished("K-1");
        room.finished("K-2");
        room.look();
        room.send("K-1", "K-2");
        room.arriveToday();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Document report() {
        return room.read(() -> room.acceptances.report(room.file, room.shipments.find(room.file.number(), 1).orElseThrow(), Acceptance.ARRIVAL))
                .orElseThrow();
    }

    private Optional<Task> owed() {
        return Optional.of(room.file.task(Duties.ACCEPT, "1"));
    }

    private Map<String, Object> drawn(byte[] picture) {
        return Map.of("signatory", "Wang Wei", "authority", "PoA 3", "drawing", room.papers.picture(picture));
    }

    private List<String> gaps(Map<String, Object> values) {
        return room.refused(room.signOnScreen(), values).gaps().stream().map(gap -> gap.field() + " " + gap.message().key()).toList();
    }

    @Test
    @DisplayName("R-6.10: on the screen is signed only where the contract allows it")
    void onlyWhereTheContractAllowsIt() {
        arrived("no");
        room.checkAll();
        assertThat(room.read(() -> room.signOnScreen().offered(room.file, Optional.empty()))).isFalse();
        assertThat(catchThrowableOfType(Refused.class, () -> room.command(() -> room.signOnScreen().run(room.file, owed(), new Values(drawn(STROKE)))))
                .toString()).contains("logistics.drawing-not-allowed");
    }

    @Test
    @DisplayName("R-6.10: it is kept as a picture with who, when and the digest of the report that was shown, which the form leads to")
    void keptWithTheReport() {
        arrived("yes");
        room.checkAll();
        Document report = report();
        Form form = room.read(() -> room.signOnScreen().form(room.file, owed()));
        assertThat(form.reading()).containsExactly(report);
        assertThat(form.fields()).filteredOn(field -> field.kind() == Field.Kind.FILE)
                .singleElement()
                .satisfies(field -> assertThat(field.suggestions()).isEqualTo("drawing"));

        room.run(room.signOnScreen(), drawn(STROKE));

        assertThat(room.file.milestones()).contains(MilestoneName.LOGISTICS_DELIVERED);
        Proof proof = room.read(() -> room.acceptances.proof(room.shipment(1), Acceptance.ARRIVAL)).orElseThrow();
        assertThat(List.of(proof.signer(), proof.signedAt(), proof.digest(), proof.provider(), proof.organisation()))
                .containsExactly("Wang Wei", room.file.now(), report.digest(), "", "");
        assertThat(room.shipment(1).signature(Acceptance.ARRIVAL).digest()).isEqualTo(room.papers.picture(STROKE).digest());
    }

    @Test
    @DisplayName("R-6.10: where the report was printed anew after it was shown, nothing is signed: it is read and drawn again")
    void printedAnewMeanwhile() {
        arrived("yes");
        room.checkAll();
        String shown = report().digest();
        room.run(new CheckItems(room.shipments, room.acceptances), Map.of("item-1", Item.RIGHT, "remark-1", "a scratch, agreed"));
        assertThat(report().digest()).as("printed anew").isNotEqualTo(shown);
        Map<String, Object> ofThen = new HashMap<>(drawn(STROKE));
        ofThen.put("report", shown);

        assertThat(gaps(ofThen)).containsExactly("report logistics.report-changed", "drawing logistics.draw-again");
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.LOGISTICS_DELIVERED);

        room.run(room.signOnScreen(), drawn(STROKE));
        assertThat(room.read(() -> room.acceptances.proof(room.shipment(1), Acceptance.ARRIVAL)).orElseThrow().digest()).isEqualTo(report().digest());
    }

    @Test
    @DisplayName("R-6.10: what is no picture, cannot be read or is blank is refused at its field; nothing is drawn while an item was not looked at")
    void aDrawingIsAPicture() {
        arrived("yes");
        assertThat(room.refused(room.representative().signOnScreen(), drawn(STROKE)).toString()).contains("logistics.unchecked");
        room.checkAll();
        Upload words = new Upload("a.txt", "text/plain", 3, room.papers.picture(STROKE).digest());
        assertThat(gaps(Map.of("signatory", "Wang Wei", "authority", "PoA 3", "drawing", words))).containsExactly("drawing logistics.drawing-is-no-picture");
        assertThat(gaps(drawn("no picture".getBytes(StandardCharsets.UTF_8)))).containsExactly("drawing logistics.drawing-unreadable");
        assertThat(gaps(drawn(BLANK))).containsExactly("drawing logistics.drawing-blank");
    }
}
