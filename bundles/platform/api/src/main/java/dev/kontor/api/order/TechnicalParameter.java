package dev.kontor.api.order;

/**
 * One technical parameter of an order line.
 *
 * @param value as in the contract, a number or words
 * @param unit empty if none
 */
public record TechnicalParameter(String name, String value, String unit) {}
