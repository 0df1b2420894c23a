/** The company as one zip: how it is written, and how an empty store is filled from it. */
package dev.kontor.store.backup;
