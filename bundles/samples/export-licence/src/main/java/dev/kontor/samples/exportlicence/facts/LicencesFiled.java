package dev.kontor.samples.exportlicence.facts;

/** How many export licences the order's file holds. */
public record LicencesFiled(int count) {}
