package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class FlowOnPostgresqlTest extends FlowPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.postgresql();
    }
}
