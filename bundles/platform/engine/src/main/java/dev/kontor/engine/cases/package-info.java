/** A rule set's own cases: given facts, expected conclusions. */
package dev.kontor.engine.cases;
