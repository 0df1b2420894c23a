/** What a template must not hold, checked while it is compiled. */
package dev.kontor.libraries.jtepolicy;
