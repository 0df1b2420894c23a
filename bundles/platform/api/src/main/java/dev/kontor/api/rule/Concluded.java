package dev.kontor.api.rule;

/** A conclusion, the rule it came from, and its reason in the two languages of its rule set's texts. */
public record Concluded(Conclusion conclusion, SetVersion set, String rule, String reasonEn, String reasonZh) {}
