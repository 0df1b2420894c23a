package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class SplitOnDerbyTest extends SplitPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.derby();
    }
}
