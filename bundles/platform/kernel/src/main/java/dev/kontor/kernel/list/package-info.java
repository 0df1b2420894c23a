/** How people like their lists, and what they carried out of them. No method here takes or returns {@code null}. */
package dev.kontor.kernel.list;
