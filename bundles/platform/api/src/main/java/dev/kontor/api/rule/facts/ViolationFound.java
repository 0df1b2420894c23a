package dev.kontor.api.rule.facts;

/** A violation that was just concluded, as {@code supervision/penalties} sees it. */
public record ViolationFound(String subject, String occasion, String point, String clause, int workingDaysLate) {}
