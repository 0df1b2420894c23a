/** Finds the words of every bundle and formats values for a reader's language. */
package dev.kontor.console.text;
