package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.text.Text;
import dev.kontor.store.StoreFailed;
import dev.kontor.store.StoreHarness;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A person whose command finds the disk full")
final class StorageFullTest {

    private final TestDesk desk = new TestDesk(StoreHarness.derby());
    private final AtomicBoolean full = new AtomicBoolean(true);

    @AfterEach
    void close() {
        desk.close();
    }

    private Answer submit(OrderNumber order) {
        return desk.desk.submit(new Request(
                TestDesk.LINA, "trade/write", Optional.of(order), Optional.empty(), -1, Values.NONE, "one key"));
    }

    /** Writes, and fails as the test says while the disk is full. */
    private OrderNumber order(Supplier<RuntimeException> failure) {
        desk.run(desk.trade);
        desk.commands.orderCommands().add(new TradeDepartment.Act("trade/write", Optional.empty(), (file, task) -> {
            file.note("trade.written", Text.plain("written"), List.of());
            if (full.get()) {
                throw failure.get();
            }
            return Answer.of(Text.plain("done"), file.number());
        }), Map.of());
        return desk.register();
    }

    private void isRefusedAndDoneOnceThereIsRoom(OrderNumber order) {
        Refused refused = catchThrowableOfType(Refused.class, () -> submit(order));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.STORAGE_FULL);
        assertThat(refused.words()).isEqualTo(Text.of("kernel.storage-full"));
        assertThat(desk.journals.of(order, Long.MAX_VALUE, 100, TestDesk.AUDITOR)).noneMatch(line -> line.kind().equals("trade.written"));
        full.set(false);
        assertThat(submit(order).said()).isEqualTo(Text.plain("done"));
    }

    @Test
    @DisplayName("is told so in words, nothing has changed, and the same request is done once there is room")
    void isToldSoAndMayHandItInAgain() {
        isRefusedAndDoneOnceThereIsRoom(order(() ->
                new StoreFailed(StoreFailed.Trouble.FULL, "", false, new IOException("No space left on device"))));
    }

    @Test
    @DisplayName("is told so too where a command finds it out itself; that refusal is not kept under the request's key")
    void aCommandMayFindItOutItself() {
        isRefusedAndDoneOnceThereIsRoom(order(() ->
                Refused.because(Refused.Reason.STORAGE_FULL, Text.of("kernel.storage-full"))));
    }
}
