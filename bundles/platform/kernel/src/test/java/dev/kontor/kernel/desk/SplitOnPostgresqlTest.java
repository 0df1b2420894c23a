package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class SplitOnPostgresqlTest extends SplitPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.postgresql();
    }
}
