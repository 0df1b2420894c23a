/**
 * Facts that the platform itself offers to rules.
 *
 * <p>Fact records only grow. No method here takes or returns {@code null}.
 */
@Export
@Version("1.0.0")
package dev.kontor.api.rule.facts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
