package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class ManyOrdersOnDerbyTest extends ManyOrdersPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.derby();
    }
}
