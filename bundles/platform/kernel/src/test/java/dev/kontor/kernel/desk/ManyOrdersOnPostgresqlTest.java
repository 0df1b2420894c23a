package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class ManyOrdersOnPostgresqlTest extends ManyOrdersPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.postgresql();
    }
}
