/** What long lists have in common: an address that narrows and sorts, columns that a reader chooses. */
package dev.kontor.console.list;
