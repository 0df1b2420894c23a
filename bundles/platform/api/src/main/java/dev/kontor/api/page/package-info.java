/**
 * Pages of the console, as data.
 *
 * <p>Implement {@link dev.kontor.api.page.Page} and register it as a service. No method here takes or returns {@code null}.
 */
@Export
@Version("1.0.0")
package dev.kontor.api.page;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
