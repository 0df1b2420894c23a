/**
 * Facts that supervision offers to rules. Java counts them, rules compare.
 *
 * <p>Fact records only grow. No method here takes or returns {@code null}.
 */
@Export
@Version("0.1.0")
package dev.kontor.supervision.facts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
