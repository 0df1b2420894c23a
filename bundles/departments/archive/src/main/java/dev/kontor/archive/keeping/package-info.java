/** What happens to a volume while it is kept: verification, consultation, legal hold, destruction. No method here takes or returns {@code null}. */
package dev.kontor.archive.keeping;
