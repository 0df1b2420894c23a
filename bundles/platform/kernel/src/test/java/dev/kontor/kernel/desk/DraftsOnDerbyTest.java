package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class DraftsOnDerbyTest extends DraftPromises {

    @Override
    StoreHarness store() {
        return StoreHarness.derby();
    }
}
