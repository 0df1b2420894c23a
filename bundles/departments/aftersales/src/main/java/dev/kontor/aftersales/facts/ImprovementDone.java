package dev.kontor.aftersales.facts;

/**
 * Who was to improve something says that it is done.
 *
 * @param verification by what the look at it is known; another one each time
 * @param owner the role that did it
 */
public record ImprovementDone(String verification, String owner) {}
