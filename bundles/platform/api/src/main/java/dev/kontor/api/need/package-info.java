/**
 * What is recorded of a customer's need before there is a contract.
 *
 * <p>Implement {@link dev.kontor.api.need.NeedPart} and register it as a service. No method here takes or returns {@code null}.
 */
@Export
@Version("1.0.0")
package dev.kontor.api.need;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
