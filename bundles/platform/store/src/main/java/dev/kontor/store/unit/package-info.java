/** Persistence units: what they are made of, their schema, their entity managers. */
package dev.kontor.store.unit;
