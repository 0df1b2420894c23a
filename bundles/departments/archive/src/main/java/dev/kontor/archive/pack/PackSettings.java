package dev.kontor.archive.pack;

/** The configuration {@code dev.kontor.archive.pack}: {@code most.megabytes}. */
public @interface PackSettings {

    /** Megabytes that a package may have. */
    long most_megabytes() default 2048;
}
