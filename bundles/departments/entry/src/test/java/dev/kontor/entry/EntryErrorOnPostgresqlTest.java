package dev.kontor.entry;

import dev.kontor.store.StoreHarness;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Regulation 3.2: who answers for an entry error, on PostgreSQL")
final class EntryErrorOnPostgresqlTest extends EntryErrorCases {

    EntryErrorOnPostgresqlTest() {
        super(StoreHarness.postgresql());
    }
}
