/**
 * Work that a role owes an order.
 *
 * <p>Start at {@link dev.kontor.api.task.Task}. No method here takes or returns {@code null}.
 */
@Export
@Version("1.0.0")
package dev.kontor.api.task;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
