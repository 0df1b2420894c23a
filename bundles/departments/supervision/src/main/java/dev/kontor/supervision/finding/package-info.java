/** What audits found, put right by who owns it and verified by the supervision group. Nothing takes or returns {@code null}. */
package dev.kontor.supervision.finding;
