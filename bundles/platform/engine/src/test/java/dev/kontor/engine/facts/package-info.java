/** A department's facts, for tests. */
package dev.kontor.engine.facts;
