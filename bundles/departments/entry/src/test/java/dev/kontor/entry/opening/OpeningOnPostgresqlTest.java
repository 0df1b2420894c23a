package dev.kontor.entry.opening;

import dev.kontor.store.StoreHarness;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The opening, on PostgreSQL")
final class OpeningOnPostgresqlTest extends OpeningCases {

    OpeningOnPostgresqlTest() {
        super(StoreHarness.postgresql());
    }
}
