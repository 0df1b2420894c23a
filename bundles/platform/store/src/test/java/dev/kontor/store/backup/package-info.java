/** Backups in tests: from one real database to the other. */
package dev.kontor.store.backup;
