package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class DraftsOnPostgresqlTest extends DraftPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.postgresql();
    }
}
