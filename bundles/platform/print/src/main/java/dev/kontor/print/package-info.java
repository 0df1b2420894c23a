/** Makes papers of data. */
package dev.kontor.print;
