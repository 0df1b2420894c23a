package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class DecisionOnDerbyTest extends DecisionPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.derby();
    }
}
