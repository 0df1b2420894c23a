/**
 * The append-only journals of the orders and of the company.
 *
 * <p>Start at {@link dev.kontor.api.journal.Entry}. No method here takes or returns {@code null}.
 */
@Export
@Version("1.1.0")
package dev.kontor.api.journal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
