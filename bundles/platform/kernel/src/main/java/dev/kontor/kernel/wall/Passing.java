package dev.kontor.kernel.wall;

/** An exception by which the platform steers itself; it passes through a department that called the platform and is no failure of it. */
public interface Passing {}
