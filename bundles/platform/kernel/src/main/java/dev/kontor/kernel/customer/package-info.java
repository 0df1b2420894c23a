/** The customer master and the catalogue of equipment models. No method here takes or returns {@code null}. */
package dev.kontor.kernel.customer;
