/** A partner's department: grants an export licence. */
package dev.kontor.samples.exportlicence;
