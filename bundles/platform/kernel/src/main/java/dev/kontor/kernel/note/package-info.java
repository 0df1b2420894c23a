/** Notes that people leave on an order's timeline, and papers they put to it. No method here takes or returns {@code null}. */
package dev.kontor.kernel.note;
