package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class DestructionOnDerbyTest extends DestructionPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.derby();
    }
}
