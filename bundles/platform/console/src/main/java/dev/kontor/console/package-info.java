/** The staff console: sign-in, layout, navigation. */
package dev.kontor.console;
