package dev.kontor.kernel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.people.PersonId;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An entry's hash covers all that its row says")
class KeptEntryTest {

    private static final String BEFORE = "0".repeat(64);
    private static final KeptEntry ENTRY = new KeptEntry(7, Instant.parse("2026-03-01T16:00:00Z"), new PersonId("lina"), "customer.saved",
            "{\"args\":[],\"key\":\"客户\"}", "[]", false, "", "");
    private static final KeptEntry CHAINED = ENTRY.chained("company", BEFORE);

    @Test
    @DisplayName("of the journals that companies have: SHA-256 of the canonical text of its parts, the journal and the hash before it")
    void isWhatItAlwaysWas() {
        assertThat(CHAINED.hash()).isEqualTo("1378a23bbed5514d35dd1472c42e701cf9bc75c5f95568d85eeaf1c5ed07ea88");
        assertThat(CHAINED.follows("company", BEFORE)).isTrue();
    }

    static Stream<UnaryOperator<KeptEntry>> changes() {
        return Stream.of(
                e -> new KeptEntry(8, e.at(), e.by(), e.kind(), e.what(), e.changes(), e.simulated(), e.decision(), e.hash()),
                e -> new KeptEntry(e.sequence(), e.at().plusMillis(1), e.by(), e.kind(), e.what(), e.changes(), e.simulated(), e.decision(), e.hash()),
                e -> new KeptEntry(e.sequence(), e.at(), new PersonId("chen"), e.kind(), e.what(), e.changes(), e.simulated(), e.decision(), e.hash()),
                e -> new KeptEntry(e.sequence(), e.at(), e.by(), "customer.saves", e.what(), e.changes(), e.simulated(), e.decision(), e.hash()),
                e -> new KeptEntry(e.sequence(), e.at(), e.by(), e.kind(), e.what().replace("客", "用"), e.changes(), e.simulated(), e.decision(), e.hash()),
                e -> new KeptEntry(e.sequence(), e.at(), e.by(), e.kind(), "not JSON", e.changes(), e.simulated(), e.decision(), e.hash()),
                e -> new KeptEntry(e.sequence(), e.at(), e.by(), e.kind(), e.what(), "[ ]", e.simulated(), e.decision(), e.hash()),
                e -> new KeptEntry(e.sequence(), e.at(), e.by(), e.kind(), e.what(), e.changes(), true, e.decision(), e.hash()),
                e -> new KeptEntry(e.sequence(), e.at(), e.by(), e.kind(), e.what(), e.changes(), e.simulated(), "d", e.hash()),
                e -> new KeptEntry(e.sequence(), e.at(), e.by(), e.kind(), e.what(), e.changes(), e.simulated(), e.decision(), BEFORE));
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("whatever is changed shows, be it no longer JSON")
    void whateverIsChangedShows(UnaryOperator<KeptEntry> change) {
        assertThat(change.apply(CHAINED).follows("company", BEFORE)).isFalse();
    }

    @Test
    @DisplayName("it stands in no other journal, and after no other entry")
    void itStandsNowhereElse() {
        assertThat(CHAINED.follows("SO-2026-00001", BEFORE)).isFalse();
        assertThat(CHAINED.follows("company", "1" + BEFORE.substring(1))).isFalse();
    }
}
