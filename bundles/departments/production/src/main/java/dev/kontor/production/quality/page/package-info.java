/** What people read of quality. Nothing here takes or returns {@code null}. */
package dev.kontor.production.quality.page;
