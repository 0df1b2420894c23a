/** The words by which orders are found. No method here takes or returns {@code null}. */
package dev.kontor.kernel.search;
