package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class DestructionOnPostgresqlTest extends DestructionPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.postgresql();
    }
}
