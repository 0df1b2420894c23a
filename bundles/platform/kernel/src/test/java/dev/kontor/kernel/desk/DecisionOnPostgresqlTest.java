package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class DecisionOnPostgresqlTest extends DecisionPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.postgresql();
    }
}
