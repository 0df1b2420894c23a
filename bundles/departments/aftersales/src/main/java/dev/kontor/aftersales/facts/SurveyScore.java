package dev.kontor.aftersales.facts;

/**
 * How satisfied a customer is with one thing, from 1 (not at all) to 5.
 *
 * @param improvement by what an improvement that follows from it is known
 * @param about {@code equipment} or {@code service}
 */
public record SurveyScore(String improvement, String about, int score) {}
