package dev.kontor.engine.version;

/** Tells when fact types came or went. */
@FunctionalInterface
interface FactWatch {

    /** @return ends the watch when closed */
    AutoCloseable onChange(Runnable changed);
}
