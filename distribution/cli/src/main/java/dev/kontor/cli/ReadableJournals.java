package dev.kontor.cli;

import dev.kontor.kernel.journal.AnchorProof;
import java.io.IOException;
import java.util.List;

/** The journals, wherever they are read from. */
interface ReadableJournals extends AnchorProof.Journals, AutoCloseable {

    /** What was found. */
    record Found(long journals, long entries, List<String> faults) {}

    /** Recomputes every chain. */
    Found verify() throws IOException;

    @Override
    void close() throws IOException;
}
