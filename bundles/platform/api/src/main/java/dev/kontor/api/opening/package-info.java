/**
 * Orders that were under way when the company began to work here (期初建账), and what each department brings in of them.
 *
 * <p>Start at {@link dev.kontor.api.opening.OpeningPart}. No method here takes or returns {@code null}.
 */
@Export
@Version("1.1.0")
package dev.kontor.api.opening;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
