/** What leaves something behind, and what does not. */
package dev.kontor.testkit.exam;
