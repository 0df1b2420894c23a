/**
 * Evidence filed with an order.
 *
 * <p>Start at {@link dev.kontor.api.document.Document}. No method here takes or returns {@code null}.
 */
@Export
@Version("1.1.0")
package dev.kontor.api.document;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
