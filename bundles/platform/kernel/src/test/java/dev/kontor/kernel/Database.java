package dev.kontor.kernel;

import dev.kontor.store.StoreHarness;

/** The stores that everything must run on. */
public enum Database {
    DERBY,
    POSTGRESQL;

    public StoreHarness open() {
        return this == DERBY ? StoreHarness.derby() : StoreHarness.postgresql();
    }
}
