package dev.kontor.kernel.json;

/** A value that is canonical JSON already, written and read as it is. */
public record Raw(String json) {}
