/**
 * Quality (regulation, clause 5.3): inspection plans, the three inspections of every machine, nonconformities until they
 * conform, and what each machine is made of. Start at {@code Inspect}, then {@code Quality}, which says what a machine owes
 * next. Nothing here takes or returns {@code null}.
 */
package dev.kontor.production.quality;
