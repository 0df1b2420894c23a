/** Needs, contract registration and the entry of orders. */
package dev.kontor.entry;
