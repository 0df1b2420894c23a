/** Measures of the built distribution, each one command that prints a JSON line. Start at {@link dev.kontor.bench.Main}. */
package dev.kontor.bench;
