/** The archive's rows: volumes and their items, classes, kinds, numbers and the words they are found by. No method here takes or returns {@code null}. */
package dev.kontor.archive.book;
