package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class DeskOnPostgresqlTest extends DeskPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.postgresql();
    }
}
