package dev.kontor.finance.facts;

/**
 * Nothing is delivered to the order's customer while an instalment is open, of whatever order: dunning has come to the letter (policy
 * 13), or leadership said so in a hardship case.
 *
 * @param order the number of the order that the instalment is of
 * @param instalment its position
 * @param level the dunning level, {@code letter}, {@code lawyer} or {@code decision}; {@code hardship} where leadership said so
 * @param daysLate calendar days behind the due day; negative or 0 when it is not late
 * @param decidedBy who said so; empty where dunning did
 */
public record DunningStop(String order, String instalment, String level, int daysLate, String decidedBy) {}
