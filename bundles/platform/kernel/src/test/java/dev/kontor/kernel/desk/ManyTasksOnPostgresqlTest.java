package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class ManyTasksOnPostgresqlTest extends ManyTasksPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.postgresql();
    }
}
