package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class RosterOnDerbyTest extends RosterPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.derby();
    }
}
