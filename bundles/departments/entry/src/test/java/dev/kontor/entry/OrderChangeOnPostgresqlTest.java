package dev.kontor.entry;

import dev.kontor.store.StoreHarness;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Regulation 4.2: a cleared order is changed, on PostgreSQL")
final class OrderChangeOnPostgresqlTest extends OrderChangeCases {

    OrderChangeOnPostgresqlTest() {
        super(StoreHarness.postgresql());
    }
}
