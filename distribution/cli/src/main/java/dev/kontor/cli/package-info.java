/** The commands of {@code bin/kontor} that speak REST to a running platform. Start at {@link dev.kontor.cli.Main}. */
package dev.kontor.cli;
