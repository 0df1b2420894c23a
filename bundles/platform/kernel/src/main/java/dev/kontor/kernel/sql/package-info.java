/** Native statements of the unit kernel, one SQL subset for every store. No method here takes or returns {@code null}. */
package dev.kontor.kernel.sql;
