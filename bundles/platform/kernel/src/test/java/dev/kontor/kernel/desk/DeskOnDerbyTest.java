package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class DeskOnDerbyTest extends DeskPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.derby();
    }
}
