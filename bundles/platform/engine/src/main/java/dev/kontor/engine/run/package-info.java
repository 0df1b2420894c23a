/** One evaluation of one rule set, within its budgets. */
package dev.kontor.engine.run;
