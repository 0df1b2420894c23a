package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class NotesOnDerbyTest extends NotePromises {

    @Override
    StoreHarness store() {
        return StoreHarness.derby();
    }
}
