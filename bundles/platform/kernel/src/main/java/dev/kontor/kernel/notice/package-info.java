/** What people were told, shown on a page. No method here takes or returns {@code null}. */
package dev.kontor.kernel.notice;
