/** What happened to orders, read from their journals and decisions; the ground of audits and scores. Nothing takes or returns {@code null}. */
package dev.kontor.supervision.events;
