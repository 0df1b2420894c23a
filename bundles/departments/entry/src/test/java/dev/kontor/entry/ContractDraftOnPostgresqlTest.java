package dev.kontor.entry;

import dev.kontor.store.StoreHarness;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Regulation 4.2: the draft of a contract, on PostgreSQL")
final class ContractDraftOnPostgresqlTest extends ContractDraftCases {

    ContractDraftOnPostgresqlTest() {
        super(StoreHarness.postgresql());
    }
}
