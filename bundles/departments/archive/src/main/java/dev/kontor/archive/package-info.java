/** Volumes of orders (chapter 9). */
package dev.kontor.archive;
