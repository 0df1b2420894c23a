/** Counts provisional deadlines anew when a year's notice has arrived. No method here takes or returns {@code null}. */
package dev.kontor.kernel.recount;
