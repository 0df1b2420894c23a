/**
 * How work on orders is counted, so that it can be scored (chapter 10 of the regulation).
 *
 * <p>Implement {@link dev.kontor.api.assessment.Indicator} and register it as a service. No method here takes or returns {@code null}.
 */
@Export
@Version("1.1.0")
package dev.kontor.api.assessment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
