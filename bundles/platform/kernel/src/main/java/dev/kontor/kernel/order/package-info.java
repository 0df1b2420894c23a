/** Orders as they are read and written. No method here takes or returns {@code null}. */
package dev.kontor.kernel.order;
