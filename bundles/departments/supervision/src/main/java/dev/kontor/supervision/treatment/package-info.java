/**
 * What becomes of a violation (违规处理): proposed by rules, heard, decided by company leadership, appealed once, final (R-11.2,
 * Start at {@link dev.kontor.supervision.treatment.Treatments}. Nothing takes or returns {@code null}.
 */
package dev.kontor.supervision.treatment;
