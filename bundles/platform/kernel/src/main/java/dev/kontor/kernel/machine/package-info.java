/** Machines, by serial number. */
package dev.kontor.kernel.machine;
