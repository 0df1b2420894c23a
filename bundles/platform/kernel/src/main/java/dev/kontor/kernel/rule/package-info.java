/** What rules concluded, as data. */
package dev.kontor.kernel.rule;
