/** What people read of purchasing. Nothing here takes or returns {@code null}. */
package dev.kontor.production.purchasing.page;
