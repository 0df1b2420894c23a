/** The versions of rule sets: which decide, which did, and how a new one comes in. */
package dev.kontor.engine.version;
