/** Rule sets as they are written. */
package dev.kontor.engine.set;
