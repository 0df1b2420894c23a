/**
 * Facts that the export licence department offers to rules.
 *
 * <p>Fact records only grow. No method here takes or returns {@code null}.
 */
@Export
@Version("0.1.0")
package dev.kontor.samples.exportlicence.facts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
