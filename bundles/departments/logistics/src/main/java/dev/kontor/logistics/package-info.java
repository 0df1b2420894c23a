/** Shipping, arrival and acceptance (chapter 6). */
package dev.kontor.logistics;
