/**
 * What a platform demands of a department, as a check list. Start at {@link dev.kontor.testkit.conformance.Conforms}; each
 * check can be asked alone and answers in sentences. No method here takes or returns {@code null}.
 */
package dev.kontor.testkit.conformance;
