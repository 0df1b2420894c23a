/**
 * Working days, deadlines and the business clock.
 *
 * <p>Start at {@link dev.kontor.api.time.WorkingCalendar}. No method here takes or returns {@code null}.
 */
@Export
@Version("1.0.0")
package dev.kontor.api.time;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
