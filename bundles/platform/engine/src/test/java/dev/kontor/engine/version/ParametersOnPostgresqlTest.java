package dev.kontor.engine.version;

import dev.kontor.store.StoreHarness;

class ParametersOnPostgresqlTest extends ParametersTest {

    @Override
    StoreHarness database() {
        return StoreHarness.postgresql();
    }
}
