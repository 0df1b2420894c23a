package dev.kontor.archive.facts;

/** A kind of document for which a retention period is asked. */
public record KeptKind(String kind) {}
