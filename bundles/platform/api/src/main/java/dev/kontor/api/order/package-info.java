/**
 * The sales order and what it is made of.
 *
 * <p>Start at {@link dev.kontor.api.order.Order}. No method here takes or returns {@code null}.
 */
@Export
@Version("1.1.0")
package dev.kontor.api.order;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
