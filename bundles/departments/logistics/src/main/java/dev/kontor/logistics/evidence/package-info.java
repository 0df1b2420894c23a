/**
 * Providers of electronic signatures that the company trusts, and what a signature of one of them proves (clause 6.2).
 */
package dev.kontor.logistics.evidence;
