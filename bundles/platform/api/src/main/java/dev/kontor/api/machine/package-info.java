/**
 * The machines that orders are about, one by one (一机一档).
 *
 * <p>No method here takes or returns {@code null}.
 */
@Export
@Version("1.1.0")
package dev.kontor.api.machine;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
