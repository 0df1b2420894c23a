package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class CountingOnPostgresqlTest extends CountingPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.postgresql();
    }
}
