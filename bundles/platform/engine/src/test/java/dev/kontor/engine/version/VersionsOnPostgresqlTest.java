package dev.kontor.engine.version;

import dev.kontor.store.StoreHarness;

class VersionsOnPostgresqlTest extends VersionsTest {

    @Override
    StoreHarness database() {
        return StoreHarness.postgresql();
    }

    /** Touches no database: tried once, on Derby. */
    @Override
    void a_hundred_swaps_under_four_deciding_threads_answer_as_their_version_says() {}
}
