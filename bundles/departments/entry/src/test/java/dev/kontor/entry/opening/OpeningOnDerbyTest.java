package dev.kontor.entry.opening;

import dev.kontor.store.StoreHarness;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The opening, on Derby")
final class OpeningOnDerbyTest extends OpeningCases {

    OpeningOnDerbyTest() {
        super(StoreHarness.derby());
    }
}
