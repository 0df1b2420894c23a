/**
 * Facts that the department offers to rules.
 *
 * <p>Fact records only grow. No method here takes or returns {@code null}.
 */
@Export
@Version("1.0.0")
package ${package}.facts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
