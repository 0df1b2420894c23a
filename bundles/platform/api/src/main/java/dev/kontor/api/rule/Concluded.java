package dev.kontor.api.rule;

/** A conclusion, and the rule it came from. Its reason is put into words when somebody reads it. */
public record Concluded(Conclusion conclusion, SetVersion set, String rule) {}
