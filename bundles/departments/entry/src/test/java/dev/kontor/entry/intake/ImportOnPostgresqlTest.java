package dev.kontor.entry.intake;

import dev.kontor.store.StoreHarness;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Orders of another system, on PostgreSQL")
final class ImportOnPostgresqlTest extends ImportCases {

    ImportOnPostgresqlTest() {
        super(StoreHarness.postgresql());
    }
}
