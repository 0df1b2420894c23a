/**
 * How a department joins the platform.
 *
 * <p>Implement {@link dev.kontor.api.department.Department} and register it as a service; that is the whole contract. No method here takes or returns {@code null}.
 */
@Export
@Version("1.1.0")
package dev.kontor.api.department;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
