/**
 * Customers and the catalogue of equipment models.
 *
 * <p>Start at {@link dev.kontor.api.customer.Customer}. No method here takes or returns {@code null}.
 */
@Export
@Version("1.0.0")
package dev.kontor.api.customer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
