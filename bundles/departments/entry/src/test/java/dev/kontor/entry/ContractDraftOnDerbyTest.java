package dev.kontor.entry;

import dev.kontor.store.StoreHarness;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Regulation 4.2: the draft of a contract, on Derby")
final class ContractDraftOnDerbyTest extends ContractDraftCases {

    ContractDraftOnDerbyTest() {
        super(StoreHarness.derby());
    }
}
