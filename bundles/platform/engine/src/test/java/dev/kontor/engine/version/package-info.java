/** Tries versions on real databases and folders. */
package dev.kontor.engine.version;
