package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class FlowOnDerbyTest extends FlowPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.derby();
    }
}
