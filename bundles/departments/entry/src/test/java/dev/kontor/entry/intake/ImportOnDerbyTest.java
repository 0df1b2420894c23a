package dev.kontor.entry.intake;

import dev.kontor.store.StoreHarness;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Orders of another system, on Derby")
final class ImportOnDerbyTest extends ImportCases {

    ImportOnDerbyTest() {
        super(StoreHarness.derby());
    }
}
