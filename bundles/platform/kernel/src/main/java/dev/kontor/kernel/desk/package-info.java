/** The desk: commands, order files and what a command gathers until it ends. */
package dev.kontor.kernel.desk;
