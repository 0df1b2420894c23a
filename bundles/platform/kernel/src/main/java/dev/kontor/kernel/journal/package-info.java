/** The hash-chained journals. */
package dev.kontor.kernel.journal;
