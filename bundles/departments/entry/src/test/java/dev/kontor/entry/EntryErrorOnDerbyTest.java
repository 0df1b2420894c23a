package dev.kontor.entry;

import dev.kontor.store.StoreHarness;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Regulation 3.2: who answers for an entry error, on Derby")
final class EntryErrorOnDerbyTest extends EntryErrorCases {

    EntryErrorOnDerbyTest() {
        super(StoreHarness.derby());
    }
}
