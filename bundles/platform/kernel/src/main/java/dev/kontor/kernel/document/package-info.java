/** Documents, kept by the digest of their content. No method here takes or returns {@code null}. */
package dev.kontor.kernel.document;
