/**
 * Who acts, and in which roles.
 *
 * <p>Start at {@link dev.kontor.api.people.Person}. No method here takes or returns {@code null}.
 */
@Export
@Version("1.0.0")
package dev.kontor.api.people;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
