/**
 * Tests inside the distribution: a Felix that Pax Exam starts from the features that ship. Start at
 * {@link dev.kontor.testkit.exam.InKontor}. No method here takes or returns {@code null}.
 */
package dev.kontor.testkit.exam;
