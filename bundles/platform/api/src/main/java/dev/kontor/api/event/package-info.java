/**
 * What happened, after it was committed.
 *
 * <p>Implement {@link dev.kontor.api.event.NoticeConsumer} to hear it. No method here takes or returns {@code null}.
 */
@Export
@Version("1.0.0")
package dev.kontor.api.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
