/** JTA transactions, and EclipseLink on a javax transaction manager. */
package dev.kontor.store.jta;
