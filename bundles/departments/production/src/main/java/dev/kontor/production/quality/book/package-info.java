/** The rows of quality: plans, inspections, nonconformities, components. Nothing here takes or returns {@code null}. */
package dev.kontor.production.quality.book;
