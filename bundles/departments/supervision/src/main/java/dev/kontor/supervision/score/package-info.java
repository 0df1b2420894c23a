/**
 * The assessment of a month (考核): indicators counted from events, points said by rules, scores confirmed by a person (R-10.4 to
 * Start at {@link dev.kontor.supervision.score.Scoring}. Nothing takes or returns {@code null}.
 */
package dev.kontor.supervision.score;
