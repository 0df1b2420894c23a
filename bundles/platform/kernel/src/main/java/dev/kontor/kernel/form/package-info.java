/** Checks what was typed against a form, for pages and machines alike. No method here takes or returns {@code null}. */
package dev.kontor.kernel.form;
