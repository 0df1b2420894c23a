package dev.kontor.host.run;

/** How much of a version that was removed is on a node still. */
public enum Leaving {
    GONE,
    /** Its code runs for some seconds more. */
    STOPS,
    /** It did not stop when it was asked to; its code runs until the platform starts again. */
    STAYS
}
