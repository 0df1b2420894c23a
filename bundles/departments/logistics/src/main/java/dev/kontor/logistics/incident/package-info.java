/**
 * What is kept of goods under way: what was heard of them, what went wrong, who was told (clause 6.1). Start at
 * {@link dev.kontor.logistics.incident.Incidents}.
 *
 * <p>No method here takes or returns {@code null}.
 */
package dev.kontor.logistics.incident;
