/** Partners' bundles, from the jar that arrives to the department that works, and back out again. */
package dev.kontor.host;
