/** A rule set as files: digest, parameters, texts, and what is wrong with them. */
package dev.kontor.engine.set;
