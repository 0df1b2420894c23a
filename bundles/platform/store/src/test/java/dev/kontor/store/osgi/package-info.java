/** Tests of how the store stands in the framework. */
package dev.kontor.store.osgi;
