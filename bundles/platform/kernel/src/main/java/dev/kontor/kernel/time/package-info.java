/** The company's clock and its working days (design: deadlines are working days of a named calendar). No method here takes or returns {@code null}. */
package dev.kontor.kernel.time;
