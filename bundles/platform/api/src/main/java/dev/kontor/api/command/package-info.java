/**
 * What departments let people do.
 *
 * <p>Implement {@link dev.kontor.api.command.OrderCommand} and register it as a service. No method here takes or returns {@code null}.
 */
@Export
@Version("1.0.0")
package dev.kontor.api.command;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
