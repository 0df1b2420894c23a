/** The indicators that the regulation names (考核指标), each counted from an order's events alone. Nothing takes or returns {@code null}. */
package dev.kontor.supervision.indicator;
