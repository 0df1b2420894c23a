/** Orders taken over from other systems, row by row. */
package dev.kontor.entry.intake;
