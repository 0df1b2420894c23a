/** Looks at deadlines that have come. */
package dev.kontor.kernel.sweep;
