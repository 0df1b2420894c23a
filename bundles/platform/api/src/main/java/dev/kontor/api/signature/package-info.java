/**
 * Electronic signatures under documents, made by providers outside (可靠电子签名), and drawn ones.
 *
 * <p>Start at {@link dev.kontor.api.signature.Signatures}. No method here takes or returns {@code null}.
 */
@Export
@Version("1.0.0")
package dev.kontor.api.signature;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
