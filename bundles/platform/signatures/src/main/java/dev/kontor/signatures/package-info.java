/** Electronic signatures, checked with a library that is well kept; nothing of it is written here. No method here takes or returns {@code null}. */
package dev.kontor.signatures;
