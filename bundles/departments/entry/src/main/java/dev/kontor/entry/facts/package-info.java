/** What entry tells the rules about a contract and its entry. Records only grow. */
@Export
@Version("0.1.0")
package dev.kontor.entry.facts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
