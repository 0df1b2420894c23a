/**
 * One JTA transaction over many persistence units; migrations.
 *
 * <p>Start at {@link dev.kontor.store.Transactions}. Exported for the kernel and the engine alone. No method here takes or returns
 * {@code null}.
 */
@Export
@Version("0.1.0")
package dev.kontor.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
