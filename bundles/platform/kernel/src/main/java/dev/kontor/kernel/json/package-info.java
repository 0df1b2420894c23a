/** Canonical JSON of records, and records of it. */
package dev.kontor.kernel.json;
