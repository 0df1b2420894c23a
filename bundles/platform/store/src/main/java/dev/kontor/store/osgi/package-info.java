/** The store as services: it follows the bundles that have a persistence unit. */
package dev.kontor.store.osgi;
