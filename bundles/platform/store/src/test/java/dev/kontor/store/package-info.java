/** The store in tests: the real databases, without a framework. */
package dev.kontor.store;
