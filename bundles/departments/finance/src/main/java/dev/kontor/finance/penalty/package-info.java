/**
 * Contractual penalties (违约金) for late delivery and late payment, by the order's breach clause. Java computes the amounts,
 * {@code rules/finance/penalty} decides whether one runs. Not the treatment of a violation inside the company.
 *
 * <p>Start at {@link dev.kontor.finance.penalty.Accrual}. Nothing here takes or returns {@code null}.
 */
package dev.kontor.finance.penalty;
