/** What is kept of partners' bundles: the jars, their states, the keys that were compared. */
package dev.kontor.host.shelf;
