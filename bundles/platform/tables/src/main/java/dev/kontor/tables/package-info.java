/**
 * Decision tables of a rule set, read from XLSX and CSV and said as rules. Start at {@link dev.kontor.tables.DecisionTables}.
 * No method takes or returns {@code null}.
 */
package dev.kontor.tables;
