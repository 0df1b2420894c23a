/**
 * What rules are asked, what they conclude, and the decisions kept.
 *
 * <p>Start at {@link dev.kontor.api.rule.Conclusion}. No method here takes or returns {@code null}.
 */
@Export
@Version("1.1.0")
package dev.kontor.api.rule;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
