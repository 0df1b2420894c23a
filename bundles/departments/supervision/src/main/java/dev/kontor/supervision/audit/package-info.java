/**
 * The supervision group's audits (监督检查): planned month by month, a sample of orders looked at by who never worked on them
 * . Start at {@link dev.kontor.supervision.audit.AuditPlan}. Nothing takes or returns {@code null}.
 */
package dev.kontor.supervision.audit;
