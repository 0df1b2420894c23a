package dev.kontor.review.facts;

/**
 * What must happen before the order may be submitted again.
 *
 * @param withSales the order is back with sales, by an objection, a recall or a return, or sales owes it another revision
 * @param round number of the last round; 0 before the first
 * @param objections departments whose last word is one
 * @param unsolved of them without a solution agreed by sales and the objector, or accepted by leadership
 */
public record Resubmission(boolean withSales, int round, int objections, int unsolved) {}
