package dev.kontor.entry;

import dev.kontor.store.StoreHarness;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Regulation 4.2: a cleared order is changed, on Derby")
final class OrderChangeOnDerbyTest extends OrderChangeCases {

    OrderChangeOnDerbyTest() {
        super(StoreHarness.derby());
    }
}
