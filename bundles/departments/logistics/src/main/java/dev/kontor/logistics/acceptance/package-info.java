/**
 * The customer's acceptance: checklist, objections, signature (clause 6.2). Start at
 * {@link dev.kontor.logistics.acceptance.SignReport}: nothing else makes goods delivered.
 */
package dev.kontor.logistics.acceptance;
