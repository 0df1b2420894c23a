/**
 * Whether the platform can serve.
 *
 * <p>Implement {@link dev.kontor.api.health.ReadyCheck} and register it as a service. No method here takes or returns {@code null}.
 */
@Export
@Version("1.0.0")
package dev.kontor.api.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
