package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class ManyTasksOnDerbyTest extends ManyTasksPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.derby();
    }
}
