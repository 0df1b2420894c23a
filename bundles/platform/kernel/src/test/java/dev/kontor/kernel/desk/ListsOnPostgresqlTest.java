package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class ListsOnPostgresqlTest extends ListPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.postgresql();
    }
}
