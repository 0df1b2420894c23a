package dev.kontor.engine.version;

import dev.kontor.store.StoreHarness;

class VersionsOnPostgresqlTest extends VersionsTest {

    @Override
    StoreHarness database() {
        return StoreHarness.postgresql();
    }
}
