/** One JTA transaction over many persistence units; migrations. */
package dev.kontor.store;
