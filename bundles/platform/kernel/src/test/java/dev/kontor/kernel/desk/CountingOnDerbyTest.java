package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class CountingOnDerbyTest extends CountingPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.derby();
    }
}
