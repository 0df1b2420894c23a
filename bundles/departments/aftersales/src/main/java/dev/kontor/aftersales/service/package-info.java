/**
 * Service cases: what customers asked for, until when they are answered and helped, and what was done.
 *
 * <p>Start at {@link dev.kontor.aftersales.service.OpenServiceCase}. No method here takes or returns {@code null}.
 */
package dev.kontor.aftersales.service;
