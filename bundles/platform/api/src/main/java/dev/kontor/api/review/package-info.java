/**
 * How a department takes part in the joint review.
 *
 * <p>Implement {@link dev.kontor.api.review.OpinionForm} and register it as a service. No method here takes or returns {@code null}.
 */
@Export
@Version("1.0.0")
package dev.kontor.api.review;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
