/** Documents become a volume: complete, unaltered, classified, numbered. No method here takes or returns {@code null}. */
package dev.kontor.archive.filing;
