/**
 * The one way into what a bundle registers, for those who call it on the company's behalf.
 *
 * <p>Start at {@link dev.kontor.api.wall.Wall}. A department that calls nobody's services needs nothing of this. No method
 * here takes or returns {@code null}.
 */
@Export
@Version("1.1.0")
package dev.kontor.api.wall;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
