package dev.kontor.kernel.desk;

import dev.kontor.store.StoreHarness;

class NotesOnPostgresqlTest extends NotePromises {

    @Override
    StoreHarness store() {
        return StoreHarness.postgresql();
    }
}
