/**
 * Words for people in two languages.
 *
 * <p>Start at {@link dev.kontor.api.text.Text}. No method here takes or returns {@code null}.
 */
@Export
@Version("1.0.0")
package dev.kontor.api.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
