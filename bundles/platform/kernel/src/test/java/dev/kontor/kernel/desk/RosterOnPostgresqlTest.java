package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class RosterOnPostgresqlTest extends RosterPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.postgresql();
    }
}
