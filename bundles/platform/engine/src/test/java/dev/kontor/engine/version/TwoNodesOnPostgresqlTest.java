package dev.kontor.engine.version;

import dev.kontor.store.StoreHarness;

class TwoNodesOnPostgresqlTest extends TwoNodesTest {

    @Override
    StoreHarness database() {
        return StoreHarness.postgresql();
    }
}
