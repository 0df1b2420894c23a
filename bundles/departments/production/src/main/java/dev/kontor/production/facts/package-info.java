/**
 * Facts that production offers to rules. Java computes them, rules compare.
 *
 * <p>Fact records only grow. No method here takes or returns {@code null}.
 */
@Export
@Version("0.5.0")
package dev.kontor.production.facts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
