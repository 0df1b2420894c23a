/** What people see of the archive. No method here takes or returns {@code null}. */
package dev.kontor.archive.page;
