/** The check list, tried on departments that are wrong on purpose. */
package dev.kontor.testkit.conformance;
