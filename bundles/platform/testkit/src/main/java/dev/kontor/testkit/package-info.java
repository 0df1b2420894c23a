/** Builders, fakes and rule checks for tests; never installed. */
package dev.kontor.testkit;
