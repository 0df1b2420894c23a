/** Tries the rule engine without a framework. */
package dev.kontor.engine;
