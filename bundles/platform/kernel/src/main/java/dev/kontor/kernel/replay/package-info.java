/** Versions of rule sets tried on decisions of the past: {@link dev.kontor.api.rule.Replays}. */
package dev.kontor.kernel.replay;
