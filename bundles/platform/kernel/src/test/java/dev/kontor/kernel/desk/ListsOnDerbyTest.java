package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class ListsOnDerbyTest extends ListPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.derby();
    }
}
