/**
 * Papers that people hand on: contract sheets, delivery notes, dunning letters.
 *
 * <p>No method here takes or returns {@code null}.
 */
@Export
@Version("1.0.0")
package dev.kontor.api.paper;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
