/**
 * Where commands are handed in and order files are worked on.
 *
 * <p>Start at {@link dev.kontor.api.desk.OrderFile}. No method here takes or returns {@code null}.
 */
@Export
@Version("1.1.0")
package dev.kontor.api.desk;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
