package dev.kontor.engine.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a company is delivered with decides without a second person, and nothing else does")
class DeliveryTest extends Room {

    private static final String CREDIT = "finance/credit";

    /** Two may approve, so a set of finance waits for the second; its facts are not there, so it is not taken in yet. */
    @BeforeEach
    void interruptTheFirstStart() throws Exception {
        copy(Path.of("src/test/resources/facts-rules"), folder);
        office = new Office(store, shelf, folder, facts, "rules", "other");
        Office.until(() -> office.book.deciding().containsKey(SET) && office.list.waiting().containsKey(CREDIT));
        office.close();
        facts.come();
    }

    private String state() {
        open("rules", "other");
        return office.list.versions(CREDIT).get(0).state();
    }

    private void change(String file) throws IOException {
        Path path = folder.resolve(CREDIT).resolve(file);
        Files.writeString(path, Files.readString(path) + "\n");
    }

    @Test
    @DisplayName("a first start that was interrupted is finished by the next one")
    void isFinishedByTheNextStart() {
        assertThat(state()).isEqualTo("active");
    }

    @Test
    @DisplayName("a file that was changed meanwhile was not delivered: its set is proposed")
    void whatWasChangedMeanwhileIsProposed() throws IOException {
        change("texts.properties");
        assertThat(state()).isEqualTo("proposed");
    }

    @Test
    @DisplayName("whoever deletes what is kept of the delivery only gets proposals")
    void withoutItsRowsNothingIsDelivered() {
        store.transactions().command(() -> store.unit("engine").createNativeQuery("DELETE FROM engine_delivery").executeUpdate());
        assertThat(state()).isEqualTo("proposed");
    }

    @Test
    @DisplayName("what is dropped once everything was taken in is proposed, also after another start")
    void whatIsDroppedLaterIsProposed() throws Exception {
        assertThat(state()).isEqualTo("active");
        office.close();
        change("texts.properties");
        assertThat(state()).isEqualTo("proposed");
    }
}
