/**
 * Forms as data: the same for people and machines.
 *
 * <p>Start at {@link dev.kontor.api.form.Form}. No method here takes or returns {@code null}.
 */
@Export
@Version("1.1.0")
package dev.kontor.api.form;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
