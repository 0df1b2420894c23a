package dev.kontor.supervision.facts;

/**
 * Points that were taken by a decision that became final in the month.
 *
 * @param treatment its short name
 */
public record Treated(String subject, String treatment, int points) {}
