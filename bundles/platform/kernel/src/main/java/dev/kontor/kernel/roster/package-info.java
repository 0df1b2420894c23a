/** Who has a say, as data. */
package dev.kontor.kernel.roster;
