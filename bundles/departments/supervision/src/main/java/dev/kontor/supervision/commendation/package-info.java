/** Commendations (表彰奖励): who did well, why, by what evidence, approved by whom. Nothing takes or returns {@code null}. */
package dev.kontor.supervision.commendation;
