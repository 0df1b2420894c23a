package dev.kontor.samples.exportlicence.facts;

/**
 * Where an order goes.
 *
 * @param country of the customer, ISO 3166, two capitals; empty when the master does not say
 * @param abroad not empty and not {@code CN}
 * @param listed technical parameters that name a listed characteristic of the dual-use list
 */
public record Destination(String country, boolean abroad, int listed) {}
